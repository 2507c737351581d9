package dev.groundswell.access;

import static dev.groundswell.testsupport.TestWorkspace.as;
import static dev.groundswell.testsupport.TestWorkspace.asNobody;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WorkspaceTest {

    @Test
    void theCredentialAloneNamesTheWorkspace() {
        var workspace = TestWorkspace.create();

        workspace.asLeader().get("/v1/workspace").then().statusCode(200).body("id", equalTo(workspace.id()));
    }

    @Test
    void nobodyGetsInWithoutACredentialOrWithABrokenOne() {
        asNobody().get("/v1/workspace").then().statusCode(401).body("code", equalTo("unauthenticated"));
        as("gsw_test_nonsense").get("/v1/workspace").then().statusCode(401);
        as("a.b.c").get("/v1/workspace").then().statusCode(401);
    }

    @Test
    void anEditNeedsTheRevisionThatWasRead() {
        var workspace = TestWorkspace.create();
        var etag = workspace.asAdmin().get("/v1/workspace").then().extract().header("ETag");

        workspace
                .asAdmin()
                .body("{\"name\": \"New\"}")
                .patch("/v1/workspace")
                .then()
                .statusCode(428);
        workspace
                .asAdmin()
                .header("If-Match", etag)
                .body("{\"name\": \"New\", \"zone\": \"Europe/Berlin\"}")
                .patch("/v1/workspace")
                .then()
                .statusCode(200)
                .body("name", equalTo("New"))
                .body("zone", equalTo("Europe/Berlin"));
        workspace
                .asAdmin()
                .header("If-Match", etag)
                .body("{\"name\": \"Older\"}")
                .patch("/v1/workspace")
                .then()
                .statusCode(412);
    }

    @Test
    void aZoneThatDoesNotExistIsNamed() {
        var workspace = TestWorkspace.create();

        workspace
                .asAdmin()
                .header("If-Match", "*")
                .body("{\"zone\": \"Mars/Olympus\"}")
                .patch("/v1/workspace")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/zone"));
    }
}
