package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** No name server knows these names: whoever gets there has gone to the address that was looked at. */
    @Test
    void theNameIsAskedForItsCertificateAndTheAddressIsConnectedTo() throws Exception {
        try (var receiver = secure("hooks.example.com")) {
            var sender = trusting();

            assertThat(post(sender, "https://hooks.example.com:%d/in?a=b".formatted(receiver.port()))
                            .status())
                    .isEqualTo(200);
            assertThat(receiver.got().get(0).path()).isEqualTo("/in?a=b");
            assertThat(receiver.got().get(0).headers()).containsEntry("host", "hooks.example.com:" + receiver.port());

            assertThatThrownBy(() -> post(sender, "https://other.example.com:%d/".formatted(receiver.port())))
                    .hasCauseInstanceOf(SSLException.class);
            assertThatThrownBy(() -> post(
                            new Sender(VERTX, Duration.ofSeconds(5), HttpClientOptions::new),
                            "https://hooks.example.com:%d/".formatted(receiver.port())))
                    .as("a certificate that nobody has signed")
                    .hasCauseInstanceOf(SSLException.class);
            assertThat(receiver.got()).hasSize(1);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var elsewhere = new Receiver();
                var receiver = new Receiver().answering(302, "Location", elsewhere.url("/"))) {
            assertThat(post(plain(), receiver.url("/")).status()).isEqualTo(302);
            assertThat(elsewhere.got()).isEmpty();
        }
    }

    @Test
    void whoeverDoesNotAnswerInTimeIsLeft() {
        try (var receiver = new Receiver().after(Duration.ofSeconds(20))) {
            assertThatThrownBy(() ->
                            post(new Sender(VERTX, Duration.ofMillis(300), HttpClientOptions::new), receiver.url("/")))
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void aLongAnswerIsNotHeardToItsEnd() throws Exception {
        try (var receiver = new Receiver().saying("x".repeat(50_000_000))) {
            assertThat(post(plain(), receiver.url("/")).status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyThereIsAFailureOfTheConnection() {
        assertThatThrownBy(() -> post(plain(), "http://127.0.0.1:9/"))
                .satisfies(
                        failure -> assertThat(Attempts.kind(failure.getCause())).isEqualTo(Outcome.Failure.connection));
    }

    private static Sender plain() {
        return new Sender(VERTX, Duration.ofSeconds(10), HttpClientOptions::new);
    }

    private Sender trusting() {
        var certificate = folder.resolve("certificate.pem").toString();
        return new Sender(
                VERTX,
                Duration.ofSeconds(5),
                () -> new HttpClientOptions().setTrustOptions(new PemTrustOptions().addCertPath(certificate)));
    }

    private static Sender.Answer post(Sender sender, String url) throws Exception {
        var destination = new Destinations.Destination(URI.create(url), InetAddress.getByName("127.0.0.1"));
        return sender.post(destination, Map.of("webhook-id", "msg_1"), BODY)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    /** With a certificate for this name. */
    private Receiver secure(String name) throws Exception {
        var store = folder.resolve("store.p12").toString();
        keytool(
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "receiver",
                "-keystore",
                store,
                "-file",
                folder.resolve("certificate.pem").toString());
        var keys = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(Path.of(store))) {
            keys.load(file, PASSWORD);
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Receiver(server);
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(1, List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
