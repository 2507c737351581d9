package dev.groundswell.trend;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import dev.groundswell.trend.rollup.Counting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TrendTest {

    private TestWorkspace workspace;
    private int deals;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void sharesAreOfAllLossesAndCarryTheirInterval() {
        lose("2026-01-10", "\"reasons\": [{\"code\": \"price_level\"}]");
        lose("2026-01-20", "\"reasons\": [{\"text\": \"Preis zu hoch!\"}]");
        lose("2026-01-21", "\"reasons\": [{\"code\": \"product_gap\"}]");
        lose("2026-01-22", "\"reasons\": [{\"text\": \"entirely new\"}]");
        lose("2026-02-03", "\"value\": {\"amount\": \"10.50\", \"currency\": \"EUR\"}");

        trend("reasons?interval=month&since=2026-01-01&until=2026-02-28")
                .body("buckets", hasSize(2))
                .body("buckets[0].start", equalTo("2026-01-01"))
                .body("buckets[0].lost", equalTo(4))
                .body("buckets[0].unmapped", equalTo(1))
                .body("buckets[0].unknown", equalTo(0))
                .body("buckets[0].series[0].key", equalTo("price_level"))
                .body("buckets[0].series[0].lost", equalTo(2))
                .body("buckets[0].series[0].share", closeTo(0.5, 1e-9))
                .body("buckets[0].series[0].share_low", closeTo(0.150039, 1e-6))
                .body("buckets[0].series[0].share_high", closeTo(0.849961, 1e-6))
                .body("buckets[0].series[0].change", nullValue())
                .body("buckets[1].unknown", equalTo(1))
                .body("buckets[1].series.find { it.key == 'unknown' }.value[0].amount", equalTo("10.50"))
                .body("buckets[1].series.find { it.key == 'price_level' }.change", closeTo(-0.5, 1e-9));
    }

    @Test
    void aCompetitorCountsForEachDealThatNamesIt() {
        lose("2026-01-10", "\"competitors\": [\"Acme\", \"Globex\"]");
        lose("2026-01-11", "\"competitors\": [\"ACME\"]");
        lose("2026-01-12", "\"product\": \"Platform\"");

        trend("competitors?interval=quarter&since=2026-01-01&until=2026-03-31")
                .body("buckets[0].lost", equalTo(3))
                .body("buckets[0].unknown", equalTo(1))
                .body("buckets[0].series[0].key", equalTo("acme"))
                .body("buckets[0].series[0].lost", equalTo(2))
                .body("buckets[0].series[1].lost", equalTo(1));
        trend("regions?interval=year&since=2026-01-01&until=2026-12-31&competitor=globex")
                .body("buckets[0].lost", equalTo(1));
    }

    @Test
    void aCompetitorOfManyNamesCountsOnceADeal() {
        lose("2026-01-10", "\"competitors\": [\"Zorg\", \"Zorg Inc\"]");
        var etag = workspace.asAdmin().get("/v1/competitors/zorg-inc").header("ETag");
        workspace
                .asAdmin()
                .header("If-Match", etag)
                .body("{\"merged_into\": \"zorg\"}")
                .patch("/v1/competitors/zorg-inc")
                .then()
                .statusCode(200);

        trend("competitors?interval=month&since=2026-01-01&until=2026-01-31")
                .body("buckets[0].series", hasSize(1))
                .body("buckets[0].series[0].lost", equalTo(1))
                .body("buckets[0].series[0].share", closeTo(1, 1e-9));
    }

    @Test
    void theFirstBucketHasChangedSinceTheOneBefore() {
        lose("2025-12-30", "\"reasons\": [{\"code\": \"budget\"}]");
        lose("2026-01-02", "\"reasons\": [{\"code\": \"product_gap\"}]");
        lose("2026-01-20", "\"reasons\": [{\"code\": \"budget\"}]");

        trend("reasons?interval=month&since=2026-01-10&until=2026-01-31")
                .body("buckets", hasSize(1))
                .body("buckets[0].lost", equalTo(1))
                .body("buckets[0].series[0].change", closeTo(0, 1e-9));
    }

    @Test
    void aWinRateNeedsWinsThatAreToldCompletely() {
        close("won", "2026-01-15", "\"product\": \"Platform\"");
        lose("2026-01-20", "\"product\": \"Platform\"");
        lose("2026-02-20", "\"product\": \"Platform\"");
        lose("2026-02-21", "\"product\": \"Platform\", \"outcome\": \"disqualified_by_us\"");
        lose("2026-02-22", "\"product\": \"Platform\", \"outcome\": \"invalid_duplicate\"");
        close("won", "2026-02-23", "\"product\": \"Platform\"");

        trend("products?interval=month&since=2026-01-01&until=2026-02-28")
                .body("buckets[0].win_rate", nullValue())
                .body("buckets[0].win_rate_low", nullValue())
                .body("buckets[0].win_rate_high", nullValue())
                .body("buckets[1].lost", equalTo(2))
                .body("buckets[1].won", equalTo(1))
                .body("buckets[1].win_rate", closeTo(0.5, 1e-9))
                .body("buckets[1].win_rate_low", closeTo(0.094531, 1e-6))
                .body("buckets[1].win_rate_high", closeTo(0.905469, 1e-6))
                .body("buckets[1].series[0].won", equalTo(1))
                .body("buckets[1].series[0].win_rate_low", closeTo(0.094531, 1e-6))
                .body("buckets[1].series[0].win_rate_high", closeTo(0.905469, 1e-6));
    }

    @Test
    void comesAsATable() {
        lose("2026-01-10", "\"region\": \"=EMEA\"");

        workspace
                .asLeader()
                .get("/v1/trends/regions.csv?since=2026-01-01&until=2026-01-31")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("2026-01-01,emea,'=EMEA,1,1.0,"));
    }

    @Test
    void isNotSentAgainAsATableWhereNothingHasChanged() {
        lose("2026-01-10", "\"region\": \"EMEA\"");
        var table = "/v1/trends/regions.csv?since=2026-01-01&until=2026-01-31";
        var tag = settledTag(table);

        workspace.asLeader().header("If-None-Match", tag).get(table).then().statusCode(304);

        lose("2026-01-11", "\"region\": \"APAC\"");
        workspace
                .asLeader()
                .header("If-None-Match", tag)
                .get(table)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body(containsString("2026-01-01,apac,APAC,1,0.5,"));
    }

    @Test
    void namesWhatIsWrongWithAQuestion() {
        Map.of(
                        "reasons?since=2026-02-01&until=2026-01-01", "/query/since",
                        "reasons?interval=fortnight", "/query/interval",
                        "reasons?since=yesterday", "/query/since",
                        "reasons?region=atlantis", "/query/region",
                        "reasons?interval=day&since=1990-01-01", "/query/interval")
                .forEach((question, pointer) -> workspace
                        .asLeader()
                        .get("/v1/trends/" + question)
                        .then()
                        .statusCode(422)
                        .body("errors[0].pointer", equalTo(pointer)));
        workspace.asLeader().get("/v1/trends/sellers").then().statusCode(404);
        workspace
                .asLeader()
                .get("/v1/trends/reasons?seller=7")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/seller"));
    }

    private ValidatableResponse trend(String question) {
        return workspace
                .asLeader()
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                .get("/v1/trends/" + question)
                .then()
                .statusCode(200);
    }

    private void lose(String closedOn, String more) {
        close("lost", closedOn, more);
    }

    private void close(String state, String closedOn, String more) {
        workspace
                .asIntegration()
                .body("{\"state\": \"%s\", \"closed_on\": \"%s\", %s}".formatted(state, closedOn, more))
                .put("/v1/deals/crm/deal-" + ++deals)
                .then()
                .statusCode(201);
    }

    /** Told by a look-up, once nothing is on its way any more; and nothing that changes the answer is missed. */
    @Test
    void theSameTagMeansTheSameAnswer() {
        var path = "/v1/trends/products?since=2026-01-01&until=2026-12-31";
        lose("2026-02-03", "\"product\": \"Tagged\"");
        var tag = settledTag(path);
        workspace
                .asLeader()
                .header("If-None-Match", "\"other\", " + tag)
                .get(path)
                .then()
                .statusCode(304);

        lose("2026-02-04", "\"product\": \"Tagged\"");
        workspace.asLeader().header("If-None-Match", tag).get(path).then().statusCode(200);
        var next = settledTag(path);
        workspace.asLeader().header("If-None-Match", tag).get(path).then().statusCode(200);

        var revision = workspace.asAdmin().get("/v1/products/tagged").header("ETag");
        workspace
                .asAdmin()
                .header("If-Match", revision)
                .body("{\"label\": \"Renamed\"}")
                .patch("/v1/products/tagged")
                .then()
                .statusCode(200);
        workspace.asLeader().header("If-None-Match", next).get(path).then().statusCode(200);
        workspace
                .asLeader()
                .header("If-None-Match", settledTag(path))
                .get(path + "&interval=year")
                .then()
                .statusCode(200);
    }

    /** The tag of an answer of which nothing is on its way. */
    private String settledTag(String path) {
        Awaitility.await().until(() -> Counting.waiting(workspace.id()) == 0);
        return workspace.asLeader().get(path).header("ETag");
    }
}
