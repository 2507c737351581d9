package dev.groundswell.access;

import static dev.groundswell.testsupport.Database.connect;
import static dev.groundswell.testsupport.Database.count;
import static dev.groundswell.testsupport.Database.enter;
import static dev.groundswell.testsupport.Database.execute;
import static dev.groundswell.testsupport.Database.tables;
import static dev.groundswell.testsupport.Database.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RowLevelWallTest {

    private static final String WALL = "(workspace = NULLIF(current_setting('app.workspace'::text, true), ''::text))";

    /** Queues, and what only large workspaces have. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "lease",
            "remap",
            "restage",
            "enrichment",
            "sent_digest",
            "import_chunk",
            "dirty_day",
            "dirty_month",
            "rollup",
            "rollup_fill",
            "rollup_day",
            "rollup_month");

    @Test
    void everyTableHasTheWallAndTheCheckNoticesWhereOneFalls() throws SQLException {
        try (var owner = connect("quarkus.flyway")) {
            assertThat(holes(owner)).isEmpty();
            owner.setAutoCommit(false);
            for (var table : tables(owner)) {
                for (var breach : List.of(
                        "drop policy own_workspace on " + table,
                        "alter table " + table + " disable row level security",
                        "alter table " + table + " no force row level security")) {
                    execute(owner, breach);
                    assertThat(holes(owner)).as(breach).isNotEmpty();
                    owner.rollback();
                }
            }
        }
    }

    @Test
    void noTableShowsOrTakesARowOfAnotherWorkspace() throws SQLException {
        var mine = furnished();
        var theirs = furnished();
        try (var app = connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            for (var table : tables(app)) {
                enter(app, theirs.id());
                long rows = count(app, "select count(*) from " + table);
                if (!MAY_BE_EMPTY.contains(table)) {
                    assertThat(rows).as(table + " has rows to protect").isPositive();
                }
                enter(app, mine.id());
                assertThat(count(app, "select count(*) from " + table + " where workspace <> '" + mine.id() + "'"))
                        .as(table)
                        .isZero();
                enter(app, "");
                assertThat(count(app, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
            enter(app, mine.id());
            assertThatThrownBy(() -> execute(
                            app,
                            "insert into deal (workspace, source, external_id, told) values ('" + theirs.id()
                                    + "', 'crm', 'smuggled', '{}')"))
                    .hasMessageContaining("row-level security");
            app.rollback();
        }
    }

    @Test
    void theServiceOwnsNothingAndTheWorkerSeesWorkspacesOnly() throws SQLException {
        try (var app = connect("quarkus.datasource");
                var worker = connect("quarkus.datasource.worker")) {
            for (var connection : List.of(app, worker)) {
                assertThat(count(connection, """
                                select count(*) from pg_roles r where rolname = current_user and (rolsuper or rolbypassrls
                                or exists (select from pg_class c where c.relowner = r.oid))""")).isZero();
            }
            count(worker, "select count(workspace) from remap");
            assertThat(texts(worker, """
                            select table_name || '.' || column_name from information_schema.column_privileges
                            where grantee = current_user and column_name <> 'workspace'"""))
                    .as("since when work waits, and of nothing said in confidence")
                    .containsExactlyInAnyOrder(
                            "delivery.received_at",
                            "outgoing.next_at",
                            "dirty_month.marked_at",
                            "deal_import.created_at",
                            "remap.created_at");
            for (var table : tables(app)) {
                assertThatThrownBy(() -> count(worker, "select count(t.*) from " + table + " t"))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static TestWorkspace furnished() {
        var workspace = TestWorkspace.create();
        workspace
                .asIntegration()
                .header("Idempotency-Key", "one")
                .body("{\"source\": \"crm\", \"external_id\": \"1\", \"product\": \"Thing\"}")
                .post("/v1/losses")
                .then()
                .statusCode(201);
        workspace
                .asAdmin()
                .body("{\"dimension\": \"reason\", \"text\": \"words\", \"target\": \"budget\"}")
                .post("/v1/aliases")
                .then()
                .statusCode(201);
        workspace
                .asAdmin()
                .header("If-Match", "*")
                .body(
                        "{\"currency\": \"EUR\", \"rates\": [{\"currency\": \"USD\", \"rate\": \"1\", \"valid_from\": \"2026-01-01\"}]}")
                .put("/v1/exchange_rates")
                .then()
                .statusCode(200);
        workspace.asLeader().post("/v1/session").then().statusCode(201);
        TestMarket.ofASignal(workspace);
        var field = TestField.of(workspace, 5);
        field.say(0, 5, "budget");
        field.sealPeriod();
        field.raise(0, "Two signatures are one too many");
        field.surfaceNow(0, "Nobody ever answers here");
        field.respond(field.surfaced(), "{\"kind\": \"acknowledged\", \"words\": \"We do now\"}");
        field.ask("this", "that");
        field.answer(0, "this");
        workspace
                .asAdmin()
                .body("{\"k\": 6, \"period\": \"month\", \"market\": \"region\"}")
                .post("/v1/safety/terms");
        workspace
                .asLeader()
                .get("/v1/releases/" + workspace.asLeader().get("/v1/releases").<String>path("items[0].id"));
        String subscription = workspace
                .asAdmin()
                .body(
                        "{\"kind\": \"slack\", \"name\": \"Own\", \"url\": \"http://127.0.0.1:9/\", \"events\": [\"digest.weekly\"]}")
                .post("/v1/subscriptions")
                .path("id");
        workspace
                .asAdmin()
                .post("/v1/subscriptions/{id}/test", subscription)
                .then()
                .statusCode(202);
        var connection = TestConnection.create(workspace, "json", "");
        connection.tell("{\"external_id\": \"2\", \"event_id\": \"e\"}");
        workspace
                .asAdmin()
                .contentType("text/csv")
                .body("id,status\n1,lost\n,lost\n")
                .post("/v1/connections/{id}/imports", connection.id())
                .then()
                .statusCode(202);
        Awaitility.await()
                .until(() -> workspace
                        .asAdmin()
                        .get("/v1/imports")
                        .<String>path("items[0].state")
                        .equals("done"));
        return workspace;
    }

    /** What is wrong with the wall, table by table. */
    private static List<String> holes(Connection connection) throws SQLException {
        var holes = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("""
                        select c.relname, c.relrowsecurity and c.relforcerowsecurity, pg_get_expr(p.polqual, p.polrelid)
                        from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'own_workspace'
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                          and c.relname <> 'flyway_schema_history'""")) {
            while (rows.next()) {
                if (!rows.getBoolean(2) || !WALL.equals(rows.getString(3))) {
                    holes.add(rows.getString(1));
                }
            }
        }
        return holes;
    }
}
