package dev.groundswell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.embedded.PackagedProcess;
import dev.groundswell.testsupport.Contract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start as users see it: cut off, completed, killed, and seen again a quarter later. */
class DemoIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COLLEAGUES = 12;

    /** On one and the same day the same deals are made up. */
    private static final String TODAY = "2026-11-28T09:00:00Z";

    private static final String NEXT_QUARTER = "2027-01-20T09:00:00Z";

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void nameFolder() throws Exception {
        folder = temp.toRealPath().resolve("data");
    }

    @Test
    void aFirstStartThatIsCutOffIsCompletedByTheNextAndItsQuarterIsToldInTheOneAfter() throws Exception {
        try (var cutOff = launch(TODAY)) {
            awaitFirstWord(cutOff);
            assertThat(cutOff.ready()).isEqualTo(503);
            cutOff.process().destroyForcibly().waitFor();
            assertThat(folder.resolve("demo-complete")).doesNotExist();
        }
        var keys = keys();
        Set<String> losses;
        try (var next = launch(TODAY).awaitReady()) {
            assertThat(keys()).isEqualTo(keys);
            assertThat(Files.getPosixFilePermissions(keysFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(next.said())
                    .contains("/q/swagger-ui")
                    .doesNotContain("gsw_")
                    .doesNotContain("gsi_");
            assertThat(losses(next)).hasSize(madeUpLosses());
            for (int i = 0; i < COLLEAGUES; i++) {
                assertThat(items(next, "/reps/" + i, "/v1/field_reports/mine")).hasSize(MadeUpVoices.REPORTS_OF_EACH);
            }
            assertThat(items(next, "/rep", "/v1/concerns/open")).hasSize(1);
            assertThat(items(next, "/leader", "/v1/concerns")).hasSize(1);
            assertThat(items(next, "/leader", "/v1/signals?state=open"))
                    .anySatisfy(signal -> assertThat(signal.path("sentence").asText())
                            .containsAnyOf("Price level", Market.CHALLENGER));
            assertThat(items(next, "/leader", "/v1/releases")).isEmpty();

            assertThat(logLoss(next).statusCode()).isEqualTo(201);
            losses = losses(next);
            assertThat(losses).hasSize(madeUpLosses() + 1);
            next.process().destroyForcibly().waitFor();
        }
        try (var nextQuarter = launch(NEXT_QUARTER).awaitReady()) {
            assertThat(keys()).isEqualTo(keys);
            assertThat(losses(nextQuarter)).isEqualTo(losses);
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> items(nextQuarter, "/leader", "/v1/releases").size() == 1);
        }
    }

    /** In the middle of what the colleagues say. */
    private void awaitFirstWord(PackagedProcess service) throws Exception {
        while (!Files.exists(folder.resolve("demo-begun"))
                || items(service, "/reps/0", "/v1/field_reports/mine").isEmpty()) {
            assertThat(service.process().isAlive()).as(service.said()).isTrue();
            Thread.sleep(5);
        }
    }

    private PackagedProcess launch(String clock) throws Exception {
        return PackagedProcess.launch(temp, "-Dgroundswell.data-dir=" + folder, "-Dgroundswell.clock=" + clock);
    }

    private JsonNode items(PackagedProcess service, String pointer, String path) throws Exception {
        var answer = send(pointer, HttpRequest.newBuilder(at(service, path)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("items");
    }

    private Path keysFile() {
        return folder.resolve("demo-keys.json");
    }

    private String keys() throws Exception {
        String text = Files.readString(keysFile());
        JsonNode keys = JSON.readTree(text);
        for (String role : new String[] {"rep", "integration", "leader", "admin"}) {
            assertThat(keys.path(role).asText()).as(role).startsWith("gsw_");
        }
        assertThat(keys.path("reps"))
                .hasSize(COLLEAGUES)
                .allSatisfy(key -> assertThat(key.asText()).startsWith("gsw_"));
        return text;
    }

    private int madeUpLosses() throws Exception {
        var lastDay = LocalDate.parse(
                Files.readString(folder.resolve("demo-complete")).strip());
        return (int) MadeUpDeals.until(lastDay).stream()
                .filter(deal -> deal.state().equals("lost"))
                .count();
    }

    private HttpResponse<String> logLoss(PackagedProcess service) throws Exception {
        var body =
                "{\"source\": \"demo-crm\", \"external_id\": \"mine-1\", \"reasons\": [{\"code\": \"price_level\"}]}";
        return send("/rep", HttpRequest.newBuilder(at(service, "/v1/losses")).POST(BodyPublishers.ofString(body)));
    }

    private Set<String> losses(PackagedProcess service) throws Exception {
        var ids = new HashSet<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = JSON.readTree(send("/rep", HttpRequest.newBuilder(at(service, "/v1/losses?limit=200" + cursor)))
                    .body());
            page.path("items").forEach(loss -> ids.add(loss.path("id").asText()));
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asText()
                    : null;
        }
        return ids;
    }

    /** @param pointer to the key, in the file of keys */
    private HttpResponse<String> send(String pointer, HttpRequest.Builder request) throws Exception {
        String key = JSON.readTree(Files.readString(keysFile())).at(pointer).asText();
        return Contract.send(
                HttpClient.newHttpClient(),
                request.header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .build());
    }

    private static URI at(PackagedProcess service, String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
