package dev.groundswell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.Hold;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever leaves the company is shut out by an admin; what they said stays said. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LeavingTest {

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void allTheirKeysAreRefusedAndNobodyElses() {
        String second = workspace
                .asRep()
                .body("{}")
                .post("/v1/me/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        var colleague = workspace.anotherRep();

        shutOut(member("rep")).statusCode(204);

        workspace.asRep().get("/v1/reasons").then().statusCode(401);
        TestWorkspace.as(second).get("/v1/reasons").then().statusCode(401);
        TestWorkspace.as(colleague).get("/v1/reasons").then().statusCode(200);
        workspace.asLeader().get("/v1/reasons").then().statusCode(200);
    }

    @Test
    void aBrowserThatIsStillSignedInIsSignedOut() throws Exception {
        String session = workspace.asRep().post("/v1/session").cookie("__Host-groundswell");
        var browser = TestWorkspace.asNobody().header("Cookie", "__Host-groundswell=" + session);
        browser.get("/v1/session").then().statusCode(200);

        shutOut(member("rep")).statusCode(204);

        browser.get("/v1/session").then().statusCode(401);
        try (var owner = Database.superuser()) {
            // one that was made with a token would have no key to end with
            assertThat(Database.count(owner, "select count(*) from session where workspace = '" + workspace.id() + "'"))
                    .isZero();
        }
    }

    @Test
    void whatTheySaidStays() {
        workspace
                .asRep()
                .body("{\"source\": \"crm\", \"external_id\": \"1\", \"reasons\": [{\"code\": \"budget\"}]}")
                .post("/v1/losses")
                .then()
                .statusCode(201);

        shutOut(member("rep")).statusCode(204);

        workspace.asLeader().get("/v1/deals/crm/1").then().statusCode(200).body("reasons[0].code", equalTo("budget"));
    }

    @Test
    void theyStayAMemberWithoutAKeyAndItIsKnownThatTheyWereShutOut() {
        var rep = member("rep");

        shutOut(rep).statusCode(204);
        shutOut(rep).statusCode(204);

        workspace
                .asAdmin()
                .get("/v1/members")
                .then()
                .body("items.find { it.role == 'rep' }.id", equalTo(rep))
                .body("items.find { it.role == 'rep' }.live_keys", equalTo(0));
        workspace
                .asAdmin()
                .get("/v1/audit")
                .then()
                .body("items[0].action", equalTo("member_keys_revoked"))
                .body("items[0].subject", equalTo(rep));
    }

    /** What they ask had passed the door already. */
    @Test
    void whoIsShutOutMeanwhileMakesNoKey() throws Exception {
        var rep = member("rep");
        try (var admin = holding(rep)) {
            admin.execute("update api_key set revoked_at = now() where member = " + rep);
            var asked = CompletableFuture.supplyAsync(
                    () -> workspace.asRep().body("{}").post("/v1/me/keys").statusCode());
            admin.awaitWaiting(1).letGo();

            assertThat(asked.get()).isEqualTo(401);
        }
        assertThat(liveKeys()).isZero();
    }

    @Test
    void aKeyThatIsMadeMeanwhileIsRevokedToo() throws Exception {
        var rep = member("rep");
        try (var leaver = holding(rep)) {
            var done = CompletableFuture.supplyAsync(() ->
                    workspace.asAdmin().delete("/v1/members/{id}/keys", rep).statusCode());
            leaver.awaitWaiting(1);
            leaver.execute("""
                    insert into api_key (workspace, member, handle, hash, scopes, created_on)
                    select workspace, member, left(md5(handle), length(handle)), hash, scopes, created_on
                    from api_key where member = %s""".formatted(rep));
            leaver.letGo();

            assertThat(done.get()).isEqualTo(204);
        }
        assertThat(liveKeys()).isZero();
    }

    private static Hold holding(String member) throws SQLException {
        return Hold.on("from member where id = " + member);
    }

    private int liveKeys() {
        return workspace.asAdmin().get("/v1/members").path("items.find { it.role == 'rep' }.live_keys");
    }

    @Test
    void theLastAdminKeepsAWayIn() {
        shutOut(member("admin")).statusCode(409).body("code", equalTo("conflict"));

        workspace.asAdmin().get("/v1/members").then().statusCode(200);
    }

    @Test
    void anAdminIsShutOutByAnother() {
        var first = member("admin");
        String code = workspace
                .asAdmin()
                .body("{\"role\": \"admin\"}")
                .post("/v1/invites")
                .path("code");
        String another = TestWorkspace.asNobody()
                .post("/v1/invites/{code}/accept", code)
                .then()
                .statusCode(201)
                .extract()
                .path("key");

        TestWorkspace.as(another).delete("/v1/members/{id}/keys", first).then().statusCode(204);

        workspace.asAdmin().get("/v1/members").then().statusCode(401);
    }

    @Test
    void nobodyOfAnotherWorkspaceIsShutOutAndNobodyByALeader() {
        var elsewhere = TestWorkspace.create();

        shutOut(elsewhere.asAdmin().get("/v1/members").path("items.find { it.role == 'rep' }.id"))
                .statusCode(404);
        workspace
                .asLeader()
                .delete("/v1/members/{id}/keys", member("rep"))
                .then()
                .statusCode(403);

        elsewhere.asRep().get("/v1/reasons").then().statusCode(200);
        workspace.asRep().get("/v1/reasons").then().statusCode(200);
    }

    private ValidatableResponse shutOut(String member) {
        return workspace.asAdmin().delete("/v1/members/{id}/keys", member).then();
    }

    private String member(String role) {
        return workspace.asAdmin().get("/v1/members").path("items.find { it.role == '" + role + "' }.id");
    }
}
