package dev.groundswell.http;

import static dev.groundswell.testsupport.TestWorkspace.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.groundswell.testsupport.Again;
import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.FaultyLine;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Apart
@QuarkusTest
@TestProfile(FaultyLine.class)
class DatabaseAwayTest {

    @AfterEach
    void mend() {
        FaultyLine.line().mend();
    }

    /** So that the vendor sends it again: what it is sent before is the only copy. */
    @Test
    void aHookThatCannotKeepADeliverySaysSoAndTakesItAfterwards() {
        var connections = Stream.of("pipedrive", "salesforce", "json", "cloudevents", "espocrm")
                .map(TestConnection::create)
                .toList();
        FaultyLine.line().cut();
        for (var connection : connections) {
            connection.send("{\"id\": \"1\"}").then().statusCode(503).header("Retry-After", notNullValue());
        }
        FaultyLine.recover();
        for (var connection : connections) {
            connection.tell("{\"id\": \"1\"}");
        }
    }

    @Test
    void aKeyThatWasMistypedIsRefusedBeforeTheDatabaseIsAsked() {
        var key = TestWorkspace.create().leader();
        char last = key.charAt(key.length() - 1);
        var mistyped = key.substring(0, key.length() - 1) + (last == '0' ? '1' : '0');
        FaultyLine.line().cut();
        as(key).get("/v1/workspace").then().statusCode(503);
        as(mistyped).get("/v1/workspace").then().statusCode(401);
        FaultyLine.recover();
        Again.ask(() -> as(key).get("/v1/workspace")).statusCode(200);
    }

    /** Nothing would be mended by starting it anew. */
    @Test
    void theServiceLivesOnAndIsNotReadyMeanwhile() {
        FaultyLine.line().cut();
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/q/health/ready").statusCode() == 503);
        FaultyLine.recover();
    }

    @Test
    void aModelThatAsksIsToldTheSame() {
        var workspace = TestWorkspace.create();
        FaultyLine.line().cut();
        askAsModel(workspace)
                .statusCode(503)
                .body("code", equalTo("unavailable"))
                .header("Retry-After", notNullValue());
        FaultyLine.recover();
        askAsModel(workspace).statusCode(200);
    }

    private static ValidatableResponse askAsModel(TestWorkspace workspace) {
        return workspace
                .asLeader()
                .accept("application/json, text/event-stream")
                .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}")
                .post("/mcp")
                .then();
    }

    @Test
    void everyOperationSaysThatItCannotAnswerAndTheServiceRecovers() throws InterruptedException {
        var workspace = TestWorkspace.create();
        String invite = workspace
                .asAdmin()
                .body("{\"role\": \"rep\"}")
                .post("/v1/invites")
                .path("code");
        FaultyLine.line().cut();
        var said = new ConcurrentHashMap<String, String>();
        // each waits for a connection, and not for the others
        var threads = Executors.newFixedThreadPool(8);
        for (var operation : Document.committed().operations()) {
            var path = operation
                    .template()
                    .replace("{dimension}", "reasons")
                    .replace("{code}/accept", invite + "/accept")
                    .replaceAll("\\{[^}]+}", "1");
            threads.execute(() -> {
                var answer = workspace
                        .asAdmin()
                        .contentType(operation.contentType())
                        .body("{}")
                        .request(operation.method(), path);
                boolean isSaid = answer.statusCode() == 503
                        && "unavailable".equals(answer.path("code"))
                        && answer.header("Retry-After") != null;
                said.put(operation.id(), isSaid ? "unavailable" : answer.statusLine());
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        assertThat(said).hasSameSizeAs(Document.committed().operations());
        said.values().removeIf("unavailable"::equals);
        assertThat(said).isEmpty();

        FaultyLine.recover();
        // on whichever thread, and whatever that one was doing when the line was cut
        for (int i = 0; i < 20; i++) {
            Again.ask(() -> workspace.asAdmin().get("/v1/workspace"))
                    .statusCode(200)
                    .body("id", equalTo(workspace.id()));
        }
    }
}
