package dev.groundswell.deal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LossTest {

    /* language=JSON */
    private static final String LOSS = """
            {"source": "hubspot", "external_id": "9911", "closed_on": "2026-11-20", "owner": "hs-17",
             "value": {"amount": "48000.00", "currency": "EUR"},
             "product": "Platform", "segment": "mid-market", "region": "EMEA",
             "outcome": "lost_to_competitor", "competitors": ["Acme"],
             "reasons": [{"code": "price_level", "evidence": "buyer_stated", "note": "15 % over their budget"},
                         {"text": "no SSO"}],
             "prices": {"quoted": {"amount": "48000.00", "currency": "EUR"},
                        "competitor": {"amount": "41000.00", "currency": "EUR"}}}""";

    @Test
    void logsALossAndReadsItBack() {
        var workspace = TestWorkspace.create();

        var id = workspace
                .asIntegration()
                .body(LOSS)
                .post("/v1/losses")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        workspace
                .asLeader()
                .get("/v1/losses/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("lost"))
                .body("closed_on", equalTo("2026-11-20"))
                .body("value.amount", equalTo("48000.00"))
                .body("product.key", equalTo("platform"))
                .body("competitors[0].label", equalTo("Acme"))
                .body("reasons[0].code", equalTo("price_level"))
                .body("reasons[1].text", equalTo("no SSO"))
                .body("reasons[1].code", nullValue())
                .body("prices.competitor.amount", equalTo("41000.00"))
                .body(not(containsString("hs-17")));
    }

    @Test
    void theSameLossAgainIsTheSameDeal() {
        var workspace = TestWorkspace.create();
        workspace.asIntegration().body(LOSS).post("/v1/losses").then().statusCode(201);
        var etag = workspace.asIntegration().get("/v1/deals/hubspot/9911").header("ETag");

        workspace
                .asIntegration()
                .body(LOSS)
                .post("/v1/losses")
                .then()
                .statusCode(200)
                .header("ETag", etag);

        workspace.asLeader().get("/v1/losses").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void absentLeavesAndNullClears() {
        var workspace = TestWorkspace.create();
        workspace.asIntegration().body(LOSS).post("/v1/losses").then().statusCode(201);

        workspace
                .asIntegration()
                .body("{\"value\": null, \"prices\": {\"quoted\": null}}")
                .patch("/v1/deals/hubspot/9911")
                .then()
                .statusCode(200)
                .body("value", nullValue())
                .body("prices.quoted", nullValue())
                .body("prices.competitor.amount", equalTo("41000.00"))
                .body("product.key", equalTo("platform"));
    }
}
