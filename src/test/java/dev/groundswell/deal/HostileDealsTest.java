package dev.groundswell.deal;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What once answered 500, or something untrue. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HostileDealsTest {

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void oneBadItemOfABatchIsRefusedAlone() {
        workspace
                .asIntegration()
                .body("""
                        [null, 7, {"source": "crm", "external_id": "1", "state": "lost"},
                         {"source": "crm", "external_id": "2", "state": "lost", "source_time": "-0500-01-01T00:00:00Z"}]""")
                .post("/v1/deals/batch")
                .then()
                .statusCode(200)
                .body("results.status", equalTo(List.of(400, 400, 201, 422)));
    }

    @Test
    void aBatchOfNoTypeIsRefused() {
        RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .header("Authorization", "Bearer " + workspace.integration())
                .noContentType()
                .post("/v1/deals/batch")
                .then()
                .statusCode(415);
    }

    @Test
    void timesAndDaysAreReadToTheLetter() {
        Map.of(
                        "{\"state\": \"lost\", \"source_time\": \"1900-01-01T00:00:00Z\"}", 422,
                        "{\"closed_on\": [2026, 3, 1]}", 400,
                        "{\"closed_on\": \"2026-03-01T23:30:00Z\"}", 422,
                        "{\"reasons\": [{\"text\": \"-\"}]}", 422)
                .forEach((body, status) -> workspace
                        .asIntegration()
                        .body(body)
                        .patch("/v1/deals/crm/1")
                        .then()
                        .statusCode(status));
    }

    @Test
    void aControlCharacterInAPathIsNamed() {
        for (var path : List.of("/v1/deals/a/%00", "/v1/reasons/%00", "/v1/products/%00", "/v1/sources/%00")) {
            workspace.asAdmin().urlEncodingEnabled(false).get(path).then().statusCode(400);
        }
    }

    @Test
    void whatTheContractAllowsIsNotTooLongForTheRequestLine() {
        workspace
                .asLeader()
                .queryParam("cursor", "東".repeat(4_000))
                .get("/v1/losses")
                .then()
                .statusCode(anyOf(is(400), is(422)));
    }

    @Test
    void aSemicolonEndsNoPath() {
        for (var path : List.of("/v1/deals/crm/1;2", "/v1/losses;product=thing")) {
            workspace.asLeader().urlEncodingEnabled(false).get(path).then().statusCode(400);
        }
        workspace
                .asIntegration()
                .body("{\"state\": \"won\"}")
                .put("/v1/deals/crm/{id}", "1;2")
                .then()
                .statusCode(201);
        workspace.asLeader().get("/v1/deals/crm/1").then().statusCode(404);
        workspace.asLeader().get("/v1/deals/crm/{id}", "1;2").then().statusCode(200);
    }

    @Test
    void aDealThatTheCrmCallsWonIsFoundWhereTheAnswerSays() {
        workspace
                .asIntegration()
                .body("{\"state\": \"won\"}")
                .put("/v1/deals/crm/1")
                .then()
                .statusCode(201);

        var location = workspace
                .asRep()
                .body("{\"source\": \"crm\", \"external_id\": \"1\"}")
                .post("/v1/losses")
                .then()
                .statusCode(200)
                .header("Location", endsWith("/v1/deals/crm/1"))
                .extract()
                .header("Location");
        workspace.asLeader().get(location).then().statusCode(200);
    }

    @Test
    void anEmptyChangeMakesADealThatIsThere() {
        for (int i = 0; i < 2; i++) {
            workspace.asIntegration().body("{}").patch("/v1/deals/crm/1").then().statusCode(i == 0 ? 201 : 200);
        }
        workspace.asLeader().get("/v1/deals/crm/1").then().statusCode(200);
    }

    @Test
    void aKeyThatIsNoAsciiHasALocationAllTheSame() {
        workspace
                .asAdmin()
                .body("{\"label\": \"東京\"}")
                .post("/v1/regions")
                .then()
                .statusCode(201)
                .header("Location", endsWith("%E6%9D%B1%E4%BA%AC"));
    }
}
