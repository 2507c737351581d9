package dev.groundswell.catalog;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReasonTest {

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void aWorkspaceStartsWithReasonsOutOfTheBox() {
        workspace
                .asRep()
                .get("/v1/reasons")
                .then()
                .statusCode(200)
                .body("items", hasSize(18))
                .body("taxonomy_version", equalTo(1));
    }

    @Test
    void aNewReasonMakesANewVersion() {
        create("{\"code\": \"sso\", \"label\": \"No SSO\", \"group\": \"product\", \"parent\": \"product_gap\"}")
                .statusCode(201)
                .header("Location", endsWith("/v1/reasons/sso"))
                .body("parent", equalTo("product_gap"));

        workspace.asRep().get("/v1/reasons").then().body("taxonomy_version", equalTo(2));
        create("{\"code\": \"sso\", \"label\": \"Again\", \"group\": \"product\"}")
                .statusCode(409);
        create("{\"code\": \"saml\", \"label\": \"No SAML\", \"group\": \"product\", \"parent\": \"sso\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parent"));
    }

    @Test
    void aRenameCostsNothingAndAMergeHoldsForThePast() {
        create("{\"code\": \"sso\", \"label\": \"No SSO\", \"group\": \"product\"}")
                .statusCode(201);
        lose("1", "sso");
        edit("sso", "{\"label\": \"Single sign-on\"}").statusCode(200);
        workspace.asLeader().get("/v1/deals/crm/1").then().body("reasons[0].label", equalTo("Single sign-on"));

        edit("sso", "{\"merged_into\": \"product_gap\"}").statusCode(200);

        workspace.asLeader().get("/v1/deals/crm/1").then().body("reasons[0].code", equalTo("product_gap"));
        edit("product_gap", "{\"merged_into\": \"sso\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/merged_into"));
        edit("sso", "{\"merged_into\": null}").statusCode(200).body("merged_into", nullValue());
    }

    @Test
    void whatIsUsedOrBuiltInIsNeverDeleted() {
        create("{\"code\": \"sso\", \"label\": \"No SSO\", \"group\": \"product\"}")
                .statusCode(201);
        create("{\"code\": \"saml\", \"label\": \"No SAML\", \"group\": \"product\"}")
                .statusCode(201);
        lose("1", "sso");

        workspace.asAdmin().delete("/v1/reasons/budget").then().statusCode(409);
        workspace.asAdmin().delete("/v1/reasons/sso").then().statusCode(409);
        workspace.asAdmin().delete("/v1/reasons/saml").then().statusCode(204);
        workspace.asAdmin().get("/v1/reasons/saml").then().statusCode(404);
    }

    @Test
    void anArchivedReasonIsStillAccepted() {
        edit("other", "{\"archived\": true}").statusCode(200).body("archived", equalTo(true));

        lose("1", "other");
    }

    @Test
    void marketValuesAreRenamedMergedAndKept() {
        workspace
                .asAdmin()
                .body("{\"label\": \"Platform\"}")
                .post("/v1/products")
                .then()
                .statusCode(201)
                .body("key", equalTo("platform"));
        workspace
                .asAdmin()
                .body("{\"label\": \"PLATFORM!\"}")
                .post("/v1/products")
                .then()
                .statusCode(409);
        workspace
                .asAdmin()
                .header("If-Match", "\"1\"")
                .body("{\"label\": \"The Platform\"}")
                .patch("/v1/products/platform")
                .then()
                .statusCode(200)
                .body("label", equalTo("The Platform"));
        workspace.asAdmin().delete("/v1/products/platform").then().statusCode(204);
        workspace
                .asRep()
                .body("{\"label\": \"X\"}")
                .post("/v1/competitors")
                .then()
                .statusCode(403);
    }

    @Test
    void aSourceSaysSinceWhenItsWinsAreComplete() {
        lose("1", "other");

        workspace
                .asAdmin()
                .header("If-Match", "*")
                .body("{\"wins_complete_since\": \"2026-01-01\", \"label\": \"Our CRM\"}")
                .patch("/v1/sources/crm")
                .then()
                .statusCode(200)
                .body("wins_complete_since", equalTo("2026-01-01"));
        workspace.asAdmin().get("/v1/sources").then().body("items[0].label", equalTo("Our CRM"));
    }

    private ValidatableResponse create(String reason) {
        return workspace.asAdmin().body(reason).post("/v1/reasons").then();
    }

    private ValidatableResponse edit(String code, String change) {
        var etag = workspace.asAdmin().get("/v1/reasons/" + code).header("ETag");
        return workspace
                .asAdmin()
                .header("If-Match", etag)
                .body(change)
                .patch("/v1/reasons/" + code)
                .then();
    }

    private void lose(String id, String code) {
        workspace
                .asIntegration()
                .body("{\"state\": \"lost\", \"closed_on\": \"2026-01-05\", \"reasons\": [{\"code\": \"%s\"}]}"
                        .formatted(code))
                .put("/v1/deals/crm/" + id)
                .then()
                .statusCode(201);
    }
}
