package dev.groundswell.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BatchTest {

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void oneBadItemDoesNotFailTheOthers() {
        workspace
                .asIntegration()
                .body("""
                        [{"source": "crm", "external_id": "1", "state": "lost", "closed_on": "2026-01-05"},
                         {"source": "crm", "external_id": "2", "state": "eaten"},
                         {"source": "crm", "state": "lost"},
                         {"source": "crm", "external_id": "4", "seller": "x"},
                         7,
                         {"source": "crm", "external_id": "1", "state": "won", "closed_on": "2026-01-06"}]""")
                .post("/v1/deals/batch")
                .then()
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 422, 422, 400, 400, 200)))
                .body("results[0].id", notNullValue())
                .body("results[1].problem.errors[0].pointer", equalTo("/state"))
                .body("results[2].problem.errors[0].pointer", equalTo("/external_id"))
                .body("results[3].problem.errors[0].pointer", equalTo("/seller"));

        workspace.asLeader().get("/v1/deals/crm/1").then().body("state", equalTo("won"));
        workspace.asLeader().get("/v1/deals/crm/2").then().statusCode(404);
    }

    @Test
    void linesAreDealsToo() {
        workspace
                .asIntegration()
                .contentType("application/x-ndjson")
                .body(("{\"source\": \"crm\", \"external_id\": \"1\", \"state\": \"lost\"}\n\n{nonsense\n"
                                + "{\"source\": \"crm\", \"external_id\": \"2\", \"state\": \"won\"}\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/deals/batch")
                .then()
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 400, 201)));
    }

    @Test
    void aBatchThatIsTooLargeOrEmptyIsRefusedWhole() {
        var tooMany = IntStream.range(0, 1001)
                .mapToObj(i -> "{\"source\": \"crm\", \"external_id\": \"" + i + "\", \"state\": \"lost\"}")
                .collect(Collectors.joining(",", "[", "]"));

        workspace.asIntegration().body(tooMany).post("/v1/deals/batch").then().statusCode(422);
        workspace.asIntegration().body("[]").post("/v1/deals/batch").then().statusCode(422);
        workspace.asIntegration().body("{}").post("/v1/deals/batch").then().statusCode(400);
        workspace.asLeader().get("/v1/losses").then().body("items", hasSize(0));
    }

    @Test
    void aRepeatedBatchWritesNothingAndAnswersTheSameDeals() {
        var batch = "[{\"source\": \"crm\", \"external_id\": \"1\", \"note\": \"first\"}]";
        var first = workspace
                .asIntegration()
                .header("Idempotency-Key", "k")
                .body(batch)
                .post("/v1/deals/batch");
        workspace
                .asIntegration()
                .body("{\"note\": \"corrected\"}")
                .patch("/v1/deals/crm/1")
                .then()
                .statusCode(200);

        workspace
                .asIntegration()
                .header("Idempotency-Key", "k")
                .body(batch)
                .post("/v1/deals/batch")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("results[0].id", equalTo(first.path("results[0].id")));

        workspace.asLeader().get("/v1/deals/crm/1").then().body("note", equalTo("corrected"));
    }

    @Test
    void theOrderOfArrivalDoesNotMatterWhereSourcesTellTheirTime() {
        send("{\"state\": \"won\", \"closed_on\": \"2026-02-02\", \"source_time\": \"2026-02-02T10:00:00Z\"}");
        send("{\"state\": \"lost\", \"closed_on\": \"2026-01-01\", \"source_time\": \"2026-01-01T10:00:00Z\"}");

        workspace
                .asLeader()
                .get("/v1/deals/crm/1")
                .then()
                .body("state", equalTo("won"))
                .body("closed_on", equalTo("2026-02-02"));
    }

    @Test
    void theCrmOwnsTheStateAndTheRepTheReasons() {
        send(
                "{\"state\": \"open\", \"reasons\": [{\"code\": \"budget\"}], \"value\": {\"amount\": \"5\", \"currency\": \"EUR\"}}");
        workspace
                .asRep()
                .body("{\"source\": \"crm\", \"external_id\": \"1\", \"reasons\": [{\"code\": \"price_level\"}],"
                        + " \"value\": {\"amount\": \"9\", \"currency\": \"EUR\"}}")
                .post("/v1/losses")
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("reasons[0].code", equalTo("price_level"))
                .body("value.amount", equalTo("5"));

        send("{\"reasons\": [{\"code\": \"other\"}], \"value\": null}");

        workspace
                .asLeader()
                .get("/v1/deals/crm/1")
                .then()
                .body("reasons[0].code", equalTo("price_level"))
                .body("value", nullValue());
    }

    @Test
    void whatNobodyHasToldTheStateOfIsKeptButNotCounted() {
        send("{\"region\": \"EMEA\"}");

        assertThat(workspace.asLeader().get("/v1/losses").<List<?>>path("items"))
                .isEmpty();
        workspace.asLeader().get("/v1/deals/crm/1").then().statusCode(200).body("state", nullValue());
    }

    private void send(String body) {
        assertThat(workspace.asIntegration().body(body).patch("/v1/deals/crm/1").statusCode())
                .isIn(200, 201);
    }
}
