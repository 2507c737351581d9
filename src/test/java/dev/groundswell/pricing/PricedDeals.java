package dev.groundswell.pricing;

import dev.groundswell.testsupport.TestWorkspace;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

/** A workspace for each test, to which it tells deals with their prices. */
abstract class PricedDeals {

    static final String YEAR = "since=2026-01-01&until=2026-12-31";

    TestWorkspace workspace;
    private int deals;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    ValidatableResponse price(String question) {
        return workspace
                .asLeader()
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                .get("/v1/pricing/" + question)
                .then()
                .statusCode(200);
    }

    static String prices(String ours, String currency, String theirs, String theirCurrency) {
        return """
                {"quoted": {"amount": "%s", "currency": "%s"}, "competitor": {"amount": "%s", "currency": "%s"}}""".formatted(ours, currency, theirs, theirCurrency);
    }

    void lose(String closedOn, String prices, String more) {
        close("lost", closedOn, prices, more);
    }

    void close(String state, String closedOn, String prices, String more) {
        workspace
                .asIntegration()
                .body("{\"state\": \"%s\", \"closed_on\": \"%s\", \"prices\": %s%s}"
                        .formatted(state, closedOn, prices, more))
                .put("/v1/deals/crm/deal-" + ++deals)
                .then()
                .statusCode(201);
    }
}
