package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.embedded.PackagedProcess;
import dev.groundswell.testsupport.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that was acknowledged is lost, and nothing is counted twice, while the service and its database are killed at random
 * moments. The long form: {@code mvn verify -Dit.test=KilledDeliveriesIT -Dkills=20}.
 */
class KilledDeliveriesIT {

    private static final int DELIVERIES = 1_000;
    private static final int ROWS = 20_000;
    private static final int SENDERS = 4;
    private static final int KILLS = Integer.getInteger("kills", 4);

    @TempDir
    Path temp;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Path folder;
    private String base;
    private int port;

    @BeforeEach
    void name() throws Exception {
        folder = temp.toRealPath().resolve("data");
        port = PackagedProcess.freePort();
        base = "http://127.0.0.1:" + port;
    }

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        var service = launch().awaitReady();
        try {
            var killed = connect("pipedrive", "killed");
            var hook = URI.create(
                    base + URI.create(killed.path("hook_url").asText()).getPath());
            var imported = importRows(connect("json", "imported").path("id").asText());
            var next = new AtomicInteger();
            var acknowledged = new AtomicInteger();
            var senders = Executors.newFixedThreadPool(SENDERS);
            for (int i = 0; i < SENDERS; i++) {
                send(senders, hook, next, acknowledged);
            }
            for (int i = 0; i < KILLS; i++) {
                TimeUnit.MILLISECONDS.sleep(random.nextLong(200, 1_500));
                if (i % 2 == 0) {
                    service.process().destroyForcibly().waitFor();
                    service = launch();
                } else {
                    PackagedProcess.killServer(folder);
                }
                service.awaitReady();
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
            assertThat(acknowledged.get()).isEqualTo(DELIVERIES);

            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () -> assertThat(lost("killed")).as("seed " + seed).isEqualTo(DELIVERIES));
            assertThat(get("/v1/deliveries?state=dead").path("items")).isEmpty();
            whatWasImportedIsThereOnce(imported);
        } finally {
            service.close();
        }
    }

    private void whatWasImportedIsThereOnce(String imported) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    var progress = get("/v1/imports/" + imported);
                    assertThat(progress.path("state").asText()).isEqualTo("done");
                    assertThat(progress.path("added").asInt()).isEqualTo(ROWS);
                    assertThat(lost("imported")).as("seed " + seed).isEqualTo(ROWS);
                });
    }

    private String importRows(String connection) throws Exception {
        var file = IntStream.range(0, ROWS)
                .mapToObj(i -> i + ",lost,2026-03-02")
                .collect(Collectors.joining("\n", "id,status,closed_on\n", "\n"));
        return call(HttpRequest.newBuilder(URI.create(base + "/v1/connections/" + connection + "/imports"))
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(file)))
                .path("id")
                .asText();
    }

    /** As a CRM does: the same again until somebody says that it was taken. */
    private void send(ExecutorService senders, URI hook, AtomicInteger next, AtomicInteger acknowledged) {
        senders.execute(() -> {
            for (int number = next.getAndIncrement(); number < DELIVERIES; number = next.getAndIncrement()) {
                var request = HttpRequest.newBuilder(hook)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"meta": {"version": "2.0", "entity": "deal", "entity_id": "%d", "action": "change", "id": "event-%d",
                                          "timestamp": "2026-03-02T10:00:00Z"},
                                 "data": {"status": "lost", "lost_time": "2026-03-02T10:00:00Z"}, "previous": {}}""".formatted(number, number)))
                        .build();
                while (!isTaken(request)) {
                    pause(50);
                }
                acknowledged.incrementAndGet();
                pause(KILLS * 2L);
            }
        });
    }

    private boolean isTaken(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private int lost(String source) throws Exception {
        var trend = get("/v1/trends/reasons?interval=year&since=2026-01-01&until=2026-12-31&source=" + source);
        return trend.at("/buckets/0/lost").asInt();
    }

    private JsonNode connect(String kind, String source) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(base + "/v1/connections"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"kind\": \"%s\", \"name\": \"Killed\", \"source\": \"%s\"}".formatted(kind, source))));
    }

    private JsonNode get(String path) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(base + path)));
    }

    private JsonNode call(HttpRequest.Builder request) throws Exception {
        var admin = json.readTree(Files.readString(folder.resolve("demo-keys.json")))
                .path("admin")
                .asText();
        var answer = Contract.send(
                http, request.header("Authorization", "Bearer " + admin).build());
        return json.readTree(answer.body());
    }

    private PackagedProcess launch() throws Exception {
        return PackagedProcess.launchOn(port, temp, "-Dgroundswell.data-dir=" + folder);
    }
}
