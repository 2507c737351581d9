package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Contract;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A body arrives whole, however it is sent. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HandoverTest {

    @TestHTTPResource("/v1/deals/batch")
    URI batch;

    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void byEitherVersionOfHttp(HttpClient.Version version) throws Exception {
        assertThat(sent(version, false, BodyPublishers.ofString(deals(3)))).isEqualTo(200);
        // the second request on a connection that was upgraded
        assertThat(sent(version, false, BodyPublishers.ofString(deals(2)))).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void tooLongToBeHeldAtOnce(HttpClient.Version version) throws Exception {
        assertThat(sent(version, false, BodyPublishers.ofString(deals(900)))).isEqualTo(200);
    }

    @Test
    void withoutSayingHowLongItIs() throws Exception {
        var bytes = deals(3).getBytes(StandardCharsets.UTF_8);
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));

        assertThat(sent(HttpClient.Version.HTTP_1_1, false, body)).isEqualTo(200);
    }

    @Test
    void whereTheClientWaitsToBeToldToGoOn() throws Exception {
        assertThat(sent(HttpClient.Version.HTTP_1_1, true, BodyPublishers.ofString(deals(3))))
                .isEqualTo(200);
    }

    @Test
    void letterByLetter() throws Exception {
        var body = deals(1);
        try (var socket = connect(body.length())) {
            for (byte letter : body.getBytes(StandardCharsets.UTF_8)) {
                socket.getOutputStream().write(letter);
                Thread.sleep(2);
            }
            assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void andWhoHangsUpHalfWayHasWrittenNothing() throws Exception {
        var body = deals(1);
        try (var socket = connect(body.length())) {
            socket.getOutputStream().write(body.substring(0, 20).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(workspace.asLeader().get("/v1/losses").<Integer>path("items.size()"))
                .isZero();
    }

    private int sent(HttpClient.Version version, boolean expect, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(batch)
                .version(version)
                .expectContinue(expect)
                .header("Authorization", "Bearer " + workspace.integration())
                .header("Content-Type", "application/json")
                .POST(body);
        return Contract.send(HttpClient.newHttpClient(), request.build()).statusCode();
    }

    private Socket connect(int length) throws IOException {
        var socket = new Socket(batch.getHost(), batch.getPort());
        socket.getOutputStream()
                .write(("POST /v1/deals/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Authorization: Bearer " + workspace.integration() + "\r\nContent-Length: " + length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8);
    }

    private static String deals(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> "{\"source\": \"crm\", \"external_id\": \"%d\", \"state\": \"lost\", \"note\": \"%s\"}"
                        .formatted(i, "n".repeat(60)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
