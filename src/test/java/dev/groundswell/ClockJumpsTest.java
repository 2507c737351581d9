package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of the machine jumps by days, and is set right again: nobody is locked out, and nothing waits for the days to pass. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClockJumpsTest {

    @Inject
    TestClock clock;

    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
    }

    @AfterEach
    void bringBack() {
        clock.bringBack();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -3})
    void whatIsToldAfterwardsHolds(int days) {
        note("before");
        clock.goOn(Duration.ofDays(days));
        note("meanwhile");
        note("meanwhile, and a second time");
        clock.bringBack();
        note("afterwards");

        workspace.asLeader().get("/v1/deals/crm/1").then().body("note", equalTo("afterwards"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -3})
    void aKeyAndASessionThatWereMadeMeanwhileAreGood(int days) {
        clock.goOn(Duration.ofDays(days));
        String key = workspace.asLeader().body("{}").post("/v1/me/keys").path("key");
        var session = workspace.asLeader().post("/v1/session").cookie("__Host-groundswell");
        clock.bringBack();

        TestWorkspace.as(key).get("/v1/workspace").then().statusCode(200);
        TestWorkspace.asNobody()
                .header("Cookie", "__Host-groundswell=" + session)
                .get("/v1/session")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -3})
    void aRepetitionIsStillOne(int days) {
        clock.goOn(Duration.ofDays(days));
        invite().then().statusCode(201);
        clock.bringBack();

        invite().then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
    }

    /** A copy of the service that was killed while the clock was ahead is not waited for until that time comes. */
    @ParameterizedTest
    @ValueSource(ints = {3, -3})
    void aLeaseThatWasTakenMeanwhileHoldsUpNoWork(int days) throws Exception {
        var connection = TestConnection.create(workspace, "json", "");
        try (var database = Database.connect("quarkus.datasource")) {
            database.setAutoCommit(false);
            Database.enter(database, workspace.id());
            Database.execute(database, """
                    insert into lease (workspace, work, holder, expires_at)
                    values ('%s', 'deliveries', 'a copy that is gone', now() + interval '%d days')""".formatted(workspace.id(), days));
            database.commit();
        }

        connection.tell("{\"id\": \"1\", \"status\": \"lost\", \"close_date\": \"2026-01-06\"}");

        workspace.asLeader().get("/v1/deals/crm/1").then().statusCode(200);
    }

    private void note(String words) {
        int status = workspace
                .asIntegration()
                .body("{\"note\": \"%s\"}".formatted(words))
                .patch("/v1/deals/crm/1")
                .statusCode();
        assertThat(status).isIn(200, 201);
    }

    private Response invite() {
        return workspace
                .asAdmin()
                .header("Idempotency-Key", "once")
                .body("{\"role\": \"rep\"}")
                .post("/v1/invites");
    }
}
