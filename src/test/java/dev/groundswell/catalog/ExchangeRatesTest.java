package dev.groundswell.catalog;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import dev.groundswell.trend.rollup.Counting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExchangeRatesTest {

    private static final String DOLLARS = """
            {"currency": "EUR", "rates": [{"currency": "USD", "rate": "0.92", "valid_from": "2026-01-01"},
                {"currency": "USD", "rate": "0.90", "valid_from": "2026-02-15"}]}""";

    private TestWorkspace workspace;
    private int deals;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void areAListThatIsReplacedByWhoeverHasReadIt() {
        workspace
                .asLeader()
                .get("/v1/exchange_rates")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("currency", nullValue())
                .body("rates", hasSize(0));
        replace("\"0\"", DOLLARS)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("rates", hasSize(2))
                .body("rates[1].rate", equalTo("0.90"));

        replace("\"0\"", DOLLARS).statusCode(412);
        workspace.asAdmin().body(DOLLARS).put("/v1/exchange_rates").then().statusCode(428);
        workspace
                .asLeader()
                .header("If-Match", "*")
                .body(DOLLARS)
                .put("/v1/exchange_rates")
                .then()
                .statusCode(403);
        replace("\"1\"", "{\"currency\": \"GBP\", \"rates\": []}")
                .statusCode(200)
                .body("rates", hasSize(0));
        workspace.asAdmin().get("/v1/audit").then().body("items.action", hasItem("exchange_rates_replaced"));
    }

    @Test
    void nameWhatIsWrongWithThem() {
        var rate = "{\"currency\": \"%s\", \"rate\": \"%s\", \"valid_from\": \"%s\"}";
        Map.of(
                        rate.formatted("EUR", "1", "2026-01-01"),
                        "/rates/0/currency",
                        rate.formatted("ABC", "1", "2026-01-01"),
                        "/rates/0/currency",
                        rate.formatted("USD", "0.00", "2026-01-01"),
                        "/rates/0/rate",
                        rate.formatted("USD", "-1", "2026-01-01"),
                        "/rates/0/rate",
                        rate.formatted("USD", "1", "1026-01-01"),
                        "/rates/0/valid_from",
                        rate.formatted("USD", "1", "2026-01-01") + ", " + rate.formatted("USD", "2", "2026-01-01"),
                        "/rates/1")
                .forEach((rates, pointer) -> replace("*", "{\"currency\": \"EUR\", \"rates\": [%s]}".formatted(rates))
                        .statusCode(422)
                        .body("errors[0].pointer", equalTo(pointer)));
    }

    @Test
    void makeOneSumBesideTheSumsInEachCurrency() {
        lose("2026-01-10", "100.00", "USD");
        lose("2026-01-11", "50.00", "EUR");
        lose("2026-02-10", "100.00", "USD");
        lose("2026-02-11", "70.00", "GBP");
        lose("2025-12-31", "100.00", "USD");
        trend().body("buckets[1].converted", nullValue());
        replace("*", DOLLARS).statusCode(200);

        // of the last day of each bucket: the January rate for January, that of mid-February for all of February
        trend().body("buckets[0].converted", nullValue())
                .body("buckets[0].value", hasSize(1))
                .body("buckets[1].value", hasSize(2))
                .body("buckets[1].converted.amount", equalTo("142.00"))
                .body("buckets[1].converted.currency", equalTo("EUR"))
                .body("buckets[1].converted.rates", equalTo(1))
                .body("buckets[1].converted.missing", hasSize(0))
                .body("buckets[1].series[0].converted.amount", equalTo("142.00"))
                .body("buckets[2].converted.amount", equalTo("90.00"))
                .body("buckets[2].converted.missing[0]", equalTo("GBP"));
        workspace
                .asLeader()
                .get("/v1/trends/regions.csv?since=2026-01-01&until=2026-02-28")
                .then()
                .body(containsString("50.00 EUR; 100.00 USD,142.00 EUR,"))
                .body(containsString("70.00 GBP; 100.00 USD,90.00 EUR,GBP"));
    }

    @Test
    void changeTheTagOfATrend() {
        lose("2026-01-10", "100.00", "USD");
        replace("*", DOLLARS).statusCode(200);
        Awaitility.await().until(() -> Counting.waiting(workspace.id()) == 0);
        var path = "/v1/trends/regions?since=2026-01-01&until=2026-01-31";
        var tag = workspace.asLeader().get(path).header("ETag");
        workspace.asLeader().header("If-None-Match", tag).get(path).then().statusCode(304);

        replace("*", DOLLARS.replace("0.92", "0.50")).statusCode(200);

        workspace
                .asLeader()
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("buckets[0].converted.amount", equalTo("50.00"));
    }

    private ValidatableResponse replace(String ifMatch, String body) {
        return workspace
                .asAdmin()
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/exchange_rates")
                .then();
    }

    private ValidatableResponse trend() {
        return workspace
                .asLeader()
                .get("/v1/trends/regions?since=2025-12-01&until=2026-02-28")
                .then()
                .statusCode(200);
    }

    private void lose(String closedOn, String amount, String currency) {
        workspace
                .asIntegration()
                .body("""
                        {"state": "lost", "closed_on": "%s", "region": "EMEA", "value": {"amount": "%s", "currency": "%s"}}""".formatted(closedOn, amount, currency))
                .put("/v1/deals/crm/deal-" + ++deals)
                .then()
                .statusCode(201);
    }
}
