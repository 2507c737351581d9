package dev.groundswell.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.SaidInLogs;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rep says in confidence, and that this rep said it, shows nowhere but in what the rep asks for. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NothingIsLeftBehindTest {

    private static final List<String> PLANTED =
            List.of("Planted Person", "planted-deal-4711", "planted-rival", "planted-words", "77123.45");

    private static final String ACCOUNT = """
            {"deal": {"source": "crm", "external_id": "planted-deal-4711"}, "reasons": [{"code": "%s"}], "competitor": "planted-rival",
             "prices": {"quoted": {"amount": "77123.45", "currency": "EUR"}}, "note": "Planted Person said planted-words"%s}""";

    private final List<String> seen = new ArrayList<>();

    @Test
    void noPlantedNameDealPriceOrWordShowsAnywhere() throws SQLException {
        var field = TestField.of(6);
        try (var log = new SaidInLogs()) {
            sayItInEveryWay(field);
            field.sealPeriod();
            seen.addAll(log.lines());
        }
        lookAtAnswers(field.workspace());
        lookAtTables(field.workspace());
        var metrics = RestAssured.get("/q/metrics").asString();
        assertThat(metrics).contains("/v1/safety").doesNotContain("field_reports", "/v1/concerns", "/v1/questions");
        seen.add(metrics);

        assertThat(seen.size()).isGreaterThan(50);
        for (var line : seen) {
            for (var planted : PLANTED) {
                var bytes = planted.getBytes(StandardCharsets.UTF_8);
                assertThat(line)
                        .doesNotContainIgnoringCase(planted)
                        .doesNotContain(HexFormat.of().formatHex(bytes))
                        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            }
        }
    }

    /** No row that stands for a report is dated more precisely than to the week, nor leads to one that is. */
    @Test
    void noTimestampLinksAReportToARequest() throws SQLException {
        var field = TestField.of(1);
        confide(field, "one", ACCOUNT.formatted("budget", ""));
        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            Database.enter(app, field.workspace().id());
            for (var table : List.of("field_report", "concern", "endorsement", "question_answer")) {
                assertThat(
                                Database.texts(
                                        app,
                                        "select a.attname from pg_attribute a where a.attrelid = '" + table
                                                + "'::regclass and a.atttypid in ('timestamptz'::regtype, 'timestamp'::regtype, 'time'::regtype)"))
                        .as(table)
                        .isEmpty();
            }
            assertThat(LocalDate.parse(Database.texts(app, "select week from field_report")
                                    .get(0))
                            .getDayOfWeek())
                    .isEqualTo(DayOfWeek.MONDAY);
            var row = Database.texts(
                    app,
                    "select concat_ws(' ', extract(isodow from created_at at time zone 'UTC'), (created_at at time zone 'UTC')::time, coalesce(result, 0))"
                            + " from idempotency");
            assertThat(row).containsExactly("1 00:00:00 0");
        }
    }

    /** What one person did in the open is kept under another hash than what the same person said in confidence. */
    @Test
    void theSamePersonIsTwoInTheOpenAndInConfidence() throws SQLException {
        var field = TestField.of(1);
        confide(field, "one", ACCOUNT.formatted("budget", ""));
        field.workspace()
                .asRep()
                .header("Idempotency-Key", "one")
                .body("{\"source\": \"crm\", \"external_id\": \"open\"}")
                .post("/v1/losses")
                .then()
                .statusCode(201);
        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            Database.enter(app, field.workspace().id());
            for (var column : List.of("principal", "key")) {
                assertThat(Database.count(app, "select count(distinct " + column + ") from idempotency"))
                        .isEqualTo(2);
            }
            assertThat(
                            Database.count(
                                    app,
                                    "select count(*) from idempotency i join field_report f on f.reporter in (i.principal, i.key, i.request)"))
                    .isZero();
        }
    }

    private void sayItInEveryWay(TestField field) {
        for (var answer : List.of(
                confide(field, "a", ACCOUNT.formatted("budget", "")),
                // once more, with the same key, with another body, and without one
                confide(field, "a", ACCOUNT.formatted("budget", "")),
                confide(field, "a", ACCOUNT.formatted("product_gap", "")),
                confide(field, "b", ACCOUNT.formatted("budget", "")),
                confide(field, "c", ACCOUNT.formatted("no_such_reason", "")),
                confide(field, "d", ACCOUNT.formatted("budget", ", \"quotable\": true")),
                confide(field, "e", ACCOUNT.formatted("budget", ", \"nonsense\": \"planted-words\"")),
                confide(field, "f", "{\"note\": \"planted-words\", broken"))) {
            seen.add(answer.asString() + answer.headers());
        }
        field.say(1, 5, "budget");
        seen.add(TestWorkspace.as(field.reps().get(0))
                .get("/v1/field_reports/mine?limit=1")
                .asString());
    }

    private static Response confide(TestField field, String key, String body) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + field.reps().get(0))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/field_reports");
    }

    private void lookAtAnswers(TestWorkspace workspace) {
        for (var path : List.of(
                "/v1/releases",
                "/v1/safety",
                "/v1/audit",
                "/v1/losses",
                "/v1/competitors",
                "/v1/deliveries",
                "/v1/briefing")) {
            var answer = workspace.asAdmin().get(path);
            seen.add(answer.asString() + answer.headers());
        }
        String release = workspace.asAdmin().get("/v1/releases").path("items[0].id");
        seen.add(workspace.asAdmin().get("/v1/releases/" + release).asString());
        for (var dimension : List.of("reasons", "competitors")) {
            var trend = workspace.asAdmin().get("/v1/trends/" + dimension + "?until=2099-01-01&interval=year");
            seen.add(trend.asString() + trend.headers());
        }
    }

    private void lookAtTables(TestWorkspace workspace) throws SQLException {
        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            Database.enter(app, workspace.id());
            for (var table : Database.tables(app)) {
                seen.addAll(Database.texts(app, "select t::text from " + table + " t"));
            }
        }
    }
}
