package dev.groundswell.pricing;

import dev.groundswell.testsupport.TestWorkspace;

/** Gives rates as an admin does. */
final class TestRates {

    private TestRates() {}

    static void give(TestWorkspace workspace, String reporting, String currency, String rate, String validFrom) {
        var etag = workspace.asAdmin().get("/v1/exchange_rates").header("ETag");
        workspace
                .asAdmin()
                .header("If-Match", etag)
                .body(
                        "{\"currency\": \"%s\", \"rates\": [{\"currency\": \"%s\", \"rate\": \"%s\", \"valid_from\": \"%s\"}]}"
                                .formatted(reporting, currency, rate, validFrom))
                .put("/v1/exchange_rates")
                .then()
                .statusCode(200);
    }
}
