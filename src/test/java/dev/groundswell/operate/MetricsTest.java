package dev.groundswell.operate;

import static dev.groundswell.testsupport.TestWorkspace.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MetricsTest {

    private static final Set<String> OUR_LABELS = Set.of("queue", "work", "state", "kind", "outcome");

    @Test
    void whatHooksTakeAndRefuseIsCountedByKind() {
        var before = Exported.now();
        var taken = TestConnection.create("json");
        taken.tell("{\"id\": \"1\", \"status\": \"lost\"}");
        var signed = TestConnection.create(
                TestWorkspace.create(),
                "close",
                ", \"secrets\": {\"signature_key\": \"00112233445566778899aabbccddeeff\"}");
        signed.send("{}").then().statusCode(401);

        var after = Exported.now();
        assertThat(rise(before, after, "groundswell_hooks_total", Map.of("kind", "json", "outcome", "taken")))
                .isEqualTo(1);
        assertThat(rise(before, after, "groundswell_hooks_total", Map.of("kind", "close", "outcome", "refused")))
                .isEqualTo(1);
        assertThat(rise(before, after, "groundswell_deliveries_settled_total", Map.of("state", "processed")))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeUnderstoodIsCountedAsADeadLetter() {
        var before = Exported.now();
        TestConnection.create("json").tell("{\"status\": \"lost\"}");

        Awaitility.await()
                .untilAsserted(() -> assertThat(rise(
                                before,
                                Exported.now(),
                                "groundswell_deliveries_settled_total",
                                Map.of("state", "dead")))
                        .isEqualTo(1));
    }

    @Test
    void aCounterIsThereBeforeAnythingHasHappened() {
        var exported = Exported.now();
        assertThat(exported.values("groundswell_deliveries_settled_total", "state"))
                .containsExactlyInAnyOrder("received", "processed", "ignored", "dead");
        assertThat(exported.series())
                .containsKeys(
                        "groundswell_seal_refused_total",
                        "groundswell_seal_overdue",
                        "groundswell_rollup_drifted_total",
                        "groundswell_outgoing_failed_total",
                        "groundswell_work_failed_total");
    }

    /** Neither by a label nor by the address of a request, whether it was answered or refused before anybody looked at it. */
    @Test
    void noMetricTellsAWorkspaceAPersonOrWhatWasAsked() throws IOException {
        var workspace = TestWorkspace.create();
        var connection = TestConnection.create(workspace, "json", "");
        connection.tell("{\"id\": \"planted-1\", \"status\": \"lost\"}");
        workspace.asLeader().get("/v1/deals/crm/planted-1").then().statusCode(200);
        workspace.asLeader().get("/v1/deals/crm/planted-2").then().statusCode(404);
        workspace.asLeader().get("/v1/planted-3").then().statusCode(404);
        workspace.asLeader().get("/planted-4").then().statusCode(404);
        given().get("/v1/deals/crm/planted-5").then().statusCode(401);
        workspace
                .asLeader()
                .urlEncodingEnabled(false)
                .get("/v1/deals/planted-6;x/1")
                .then()
                .statusCode(400);
        workspace.asRep().body("{}").post("/v1/deals/crm/planted-7").then().statusCode(405);
        assertThat(announce(connection.path() + "?planted=planted-8", 1L << 30)).contains(" 413 ");
        as(workspace.rep())
                .accept("image/png")
                .get("/v1/losses/planted-9")
                .then()
                .statusCode(406);
        var token = connection.path().substring(connection.path().lastIndexOf('/') + 1);

        given().delete(connection.path()).then().statusCode(405);
        var text = Exported.text();
        for (var secret : List.of(workspace.id(), "planted", token, token.substring(0, 12), workspace.rep())) {
            assertThat(text).doesNotContain(secret);
        }
        Exported.now().series().forEach((metric, series) -> {
            if (metric.startsWith("groundswell_")) {
                series.forEach(labels -> assertThat(OUR_LABELS).as(metric).containsAll(labels.keySet()));
            }
        });
    }

    /** Else an alert on failures would not see those of the operations that were asked last. */
    @Test
    void everyOperationIsCountedByItsTemplate() {
        var workspace = TestWorkspace.create();
        for (var operation : Document.committed().operations()) {
            workspace
                    .caller(operation)
                    .contentType(operation.contentType())
                    .body("{}")
                    .request(operation.method(), operation.template().replaceAll("\\{[^}]+}", "none"));
        }

        var counted = Exported.now().values("http_server_requests_seconds_count", "uri");
        var missing = new TreeSet<String>();
        Document.committed().operations().stream()
                .map(Document.Operation::template)
                .filter(template -> !template.matches("/v1/(field_reports|concerns|questions).*"))
                .filter(template -> !counted.contains(template))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    /** That something was said just now, or how often, is told by no number. */
    @Test
    void whatIsSaidInConfidenceMovesNoNumberOfRequests() {
        var workspace = TestWorkspace.create();
        workspace
                .asRep()
                .body("{\"reasons\": [{\"code\": \"budget\", \"strength\": \"decisive\"}]}")
                .post("/v1/field_reports")
                .then()
                .statusCode(201);
        workspace.asRep().get("/v1/concerns").then().statusCode(200);

        assertThat(Exported.now().values("http_server_requests_seconds_count", "uri"))
                .noneMatch(uri -> uri.matches("/v1/(field_reports|concerns|questions).*"));
    }

    /** The first line of the answer to a request whose body would be so long. */
    private static String announce(String path, long length) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port);
                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream()
                    .write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, length)
                            .getBytes(StandardCharsets.US_ASCII));
            return answer.readLine();
        }
    }

    private static double rise(Exported before, Exported after, String metric, Map<String, String> labels) {
        return after.sum(metric, labels) - before.sum(metric, labels);
    }
}
