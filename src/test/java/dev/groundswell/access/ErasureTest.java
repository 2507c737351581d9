package dev.groundswell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.field.TestField;
import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ErasureTest {

    private static final String WORDS = "What she alone would say";
    private static final String OTHERS = "What another one would say";

    @Test
    void nothingLeadsToAnErasedPersonAndNothingElseIsTouched() throws SQLException {
        var field = TestField.of(5);
        var workspace = field.workspace();
        var released = speak(field);
        var connection = sell(workspace);
        var ada = member(workspace, "rep");
        var planted = Planted.of(workspace, ada, "crm", "hs-ada-17", "Ada Example");
        assertThat(planted.places())
                .contains(
                        "deal: name",
                        "deal: pseudonym",
                        "hidden in delivery: owner",
                        "hidden in delivery: name",
                        "hidden in import_rejection: owner",
                        "field_report: field.person",
                        "concern: field.person",
                        "endorsement: field.person",
                        "question_answer: field.person",
                        "idempotency: idempotency",
                        "idempotency: idempotency.confidence");
        var bob = Planted.of(workspace, member(workspace, "rep", 1), "crm", "hs-bob-18", "Bob Sample");
        var ofBob = bob.places();

        var log = new Remembering();
        Logger.getLogger("").addHandler(log);
        ValidatableResponse answer;
        try {
            answer = erase(workspace, """
                    {"member": "%s", "owner": {"source": "crm", "id": "hs-ada-17"}, "names": ["Ada Example"]}""".formatted(ada));
        } finally {
            Logger.getLogger("").removeHandler(log);
        }

        var left = planted.places();
        planted.find("log", log.lines, left);
        assertThat(left).isEmpty();
        assertThat(open(workspace)).containsExactly(OTHERS);
        TestWorkspace.as(field.reps().get(0)).get("/v1/workspace").then().statusCode(401);
        answer.statusCode(200)
                .body("removed.find { it.kind == 'members' }.count", equalTo(1))
                .body("removed.find { it.kind == 'keys' }.count", equalTo(1))
                .body("removed.find { it.kind == 'deals' }.count", equalTo(2))
                .body("removed.find { it.kind == 'deal_texts' }.count", equalTo(1))
                .body("removed.find { it.kind == 'deliveries' }.count", equalTo(2))
                .body("removed.find { it.kind == 'import_rows' }.count", equalTo(1));

        assertThat(bob.places()).isEqualTo(ofBob);
        connection.deliveries().body("items", hasSize(1));
        connection.deal("1").body("reasons[0].code", equalTo("unknown")).body("reasons[1].code", equalTo("budget"));
        assertThat(workspace.asLeader().get(released.get(0)).asString()).isEqualTo(released.get(1));
        workspace
                .asAdmin()
                .get("/v1/audit")
                .then()
                .body("items.findAll { it.action == 'person_erased' }.subject", equalTo(List.of("member and owner")));
    }

    @Test
    void thatAnErasedLeaderReadAReleaseIsForgotten() throws SQLException {
        var field = TestField.of(5);
        var workspace = field.workspace();
        field.say(0, 5, "budget");
        field.sealPeriod();
        workspace
                .asLeader()
                .get("/v1/releases/" + workspace.asLeader().get("/v1/releases").<String>path("items[0].id"));
        var leader = member(workspace, "leader");
        var planted = Planted.of(workspace, leader, "crm", "hs-nobody", "Nobody Named");
        assertThat(planted.places()).contains("release_reader: release.reader");

        erase(workspace, "{\"member\": \"" + leader + "\"}").statusCode(200);

        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            Database.enter(app, workspace.id());
            var left = new TreeSet<String>();
            planted.find("reader", Database.texts(app, "select t::text from release_reader t"), left);
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theLastAdminStaysAndNobodyElseErases() {
        var workspace = TestWorkspace.create();
        var body = "{\"member\": \"" + member(workspace, "admin") + "\"}";

        erase(workspace, body).statusCode(409).body("code", equalTo("conflict"));
        workspace.asLeader().body(body).post("/v1/erasures").then().statusCode(403);
        erase(workspace, "{\"names\": [\"Ada Example\"]}").statusCode(422);
        erase(workspace, "{\"member\": \"" + member(workspace, "integration") + "\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/member"));
        workspace.asAdmin().get("/v1/workspace").then().statusCode(200);
    }

    @Test
    void aMemberOfAnotherWorkspaceIsNobody() {
        var mine = TestWorkspace.create();
        var theirs = TestWorkspace.create();

        erase(mine, "{\"member\": \"" + member(theirs, "rep") + "\"}")
                .statusCode(200)
                .body("removed.count", everyItem(equalTo(0)));
        theirs.asRep().get("/v1/workspace").then().statusCode(200);
    }

    @Test
    void membersAreListedWithoutWhatTheySaidOrWhenTheyWereHere() {
        var workspace = TestWorkspace.create();

        workspace
                .asAdmin()
                .get("/v1/members")
                .then()
                .body("items.role", equalTo(List.of("admin", "rep", "leader", "integration")))
                .body("items.live_keys", everyItem(equalTo(1)))
                .body("items[1].keySet()", equalTo(Set.of("id", "role", "joined_on", "live_keys")))
                .body("items[3].name", equalTo("Test CRM"));
        workspace.asLeader().get("/v1/members").then().statusCode(403);
    }

    /** In every way that there is; answers where a release that was made before is, and what it says. */
    private static List<String> speak(TestField field) {
        var workspace = field.workspace();
        field.say(0, 5, "budget");
        field.sealPeriod();
        var path = "/v1/releases/" + workspace.asRep().get("/v1/releases").<String>path("items[0].id");
        workspace
                .asRep()
                .header("Idempotency-Key", "confident")
                .body(TestField.because("price_level"))
                .post("/v1/field_reports")
                .then()
                .statusCode(201);
        field.say(1, 1, "price_level");
        field.raise(0, WORDS);
        field.raise(1, OTHERS);
        field.endorse(0, field.openConcern(OTHERS));
        field.ask("this", "that");
        field.answer(0, "this");
        field.answer(1, "this");
        return List.of(path, workspace.asLeader().get(path).asString());
    }

    /** By hand, by webhook and by file. */
    private static TestConnection sell(TestWorkspace workspace) {
        for (var seller : List.of("ada-17 Ada Example", "bob-18 Bob Sample")) {
            var id = seller.split(" ")[0];
            var name = seller.substring(7);
            workspace
                    .asRep()
                    .header("Idempotency-Key", id)
                    .body("""
                            {"source": "crm", "external_id": "%s", "owner": "hs-%s", "note": "%s would know",
                             "reasons": [{"text": "Nobody asked %s"}, {"code": "budget", "note": "says %s"}]}""".formatted(
                                    id.startsWith("ada") ? "1" : "2", id, name, name.toUpperCase(Locale.ROOT), name))
                    .post("/v1/losses")
                    .then()
                    .statusCode(201);
        }
        var connection = TestConnection.create(workspace, "json", "");
        connection.tell("{\"id\": \"3\", \"status\": \"lost\", \"owner\": \"hs-ada-17\"}");
        connection.tell("{\"id\": \"4\", \"status\": \"lost\", \"remark\": \"ask ada  example\"}");
        connection.tell("{\"id\": \"5\", \"status\": \"lost\", \"owner\": \"hs-bob-18\"}");
        var imported = workspace
                .asAdmin()
                .contentType("text/csv")
                .body("id,status,owner\n,lost,hs-ada-17\n,lost,hs-bob-18\n")
                .post("/v1/connections/{id}/imports", connection.id())
                .<String>path("id");
        Awaitility.await()
                .until(() -> workspace
                        .asAdmin()
                        .get("/v1/imports")
                        .<String>path("items.find { it.id == '" + imported + "' }.state")
                        .equals("done"));
        return connection;
    }

    private static ValidatableResponse erase(TestWorkspace workspace, String body) {
        return workspace.asAdmin().body(body).post("/v1/erasures").then();
    }

    private static List<String> open(TestWorkspace workspace) {
        return TestWorkspace.as(workspace.anotherRep()).get("/v1/concerns/open").path("items.words");
    }

    private static String member(TestWorkspace workspace, String role) {
        return member(workspace, role, 0);
    }

    private static String member(TestWorkspace workspace, String role, int which) {
        List<String> ids =
                workspace.asAdmin().get("/v1/members").path("items.findAll { it.role == '" + role + "' }.id");
        return ids.get(which);
    }

    /** Keeps what is logged. */
    private static final class Remembering extends Handler {

        private final List<String> lines = new ArrayList<>();

        Remembering() {
            setFormatter(new SimpleFormatter());
        }

        @Override
        public synchronized void publish(LogRecord record) {
            lines.add(getFormatter().format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
