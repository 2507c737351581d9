package dev.groundswell.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.groundswell.crm.Fetcher;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever answers in the vendor's name decides neither how much memory nor how much time it costs. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HostileHubSpotTest {

    private static final byte[] MEGABYTE = new byte[1 << 20];

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/crm/v3/objects/deals/endless", exchange -> write(exchange, Integer.MAX_VALUE));
        server.createContext("/crm/v3/objects/deals/stalled", exchange -> {
            write(exchange, 1);
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void anAnswerWithoutAnEndIsNotReadToTheEnd() {
        assertThatThrownBy(() -> hubSpot(Duration.ofSeconds(30)).deal(1, "token", "endless"))
                .isInstanceOf(Fetcher.FetchException.class);
    }

    @Test
    void anAnswerThatStandsIsNotWaitedFor() {
        assertThatThrownBy(() -> hubSpot(Duration.ofMillis(200)).deal(1, "token", "stalled"))
                .isInstanceOf(Fetcher.FetchException.class)
                .hasMessageContaining("HttpTimeoutException");
    }

    private HubSpotFetch hubSpot(Duration whole) {
        return new HubSpotFetch(
                () -> URI.create("http://localhost:" + server.getAddress().getPort()), whole);
    }

    private static void write(HttpExchange exchange, int megabytes) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < megabytes; i++) {
            exchange.getResponseBody().write(MEGABYTE);
        }
        exchange.getResponseBody().flush();
    }
}
