package dev.groundswell.testsupport;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service whose line to its database can be made faulty, and whose limits are so small that tests come to them. One for
 * all of its tests, because each profile costs a start.
 */
public class FaultyLine implements QuarkusTestProfile {

    /** Requests of a caller a minute. */
    public static final int REQUESTS = 150;

    /** Wrong keys and codes of an address a minute. */
    public static final int GUESSES = 30;

    /** Threads of the service. */
    public static final int WORKERS = 24;

    private static Proxy line;

    /** Whoever makes it faulty mends it. */
    public static Proxy line() {
        return line;
    }

    /**
     * Mends the line, and waits until the service has recovered by itself: until a whole second brought good answers alone,
     * because a connection that was idle for less is handed out untried, and may be a dead one.
     */
    public static void recover() {
        line.mend();
        await().atMost(Duration.ofSeconds(20))
                .during(Duration.ofMillis(1100))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "800ms"),
                Map.entry("groundswell.worker-timeout", "500ms"),
                Map.entry("quarkus.datasource.jdbc.max-size", "8"),
                Map.entry("quarkus.datasource.jdbc.new-connection-sql", "set statement_timeout = '1s'"),
                Map.entry("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "2"),
                Map.entry("quarkus.datasource.worker.jdbc.additional-jdbc-properties.socketTimeout", "2"),
                Map.entry("quarkus.thread-pool.max-threads", String.valueOf(WORKERS)),
                Map.entry("quarkus.http.read-timeout", "1s"),
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("groundswell.max-body-size", "1M"),
                Map.entry("groundswell.limits.requests", String.valueOf(REQUESTS)),
                Map.entry("groundswell.limits.guesses", String.valueOf(GUESSES)));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Postgres.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** The tests' PostgreSQL, reached through the line. */
    public static class Postgres extends PostgresResource {
        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(super.start());
            try {
                var url = settings.get("quarkus.datasource.jdbc.url");
                var server = URI.create(url.substring("jdbc:".length()));
                line = new Proxy(server.getPort());
                settings.put(
                        "quarkus.datasource.jdbc.url",
                        url.replace(server.getHost() + ":" + server.getPort(), "localhost:" + line.port()));
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
            return settings;
        }
    }
}
