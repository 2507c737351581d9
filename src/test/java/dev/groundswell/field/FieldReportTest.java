package dev.groundswell.field;

import static dev.groundswell.field.TestField.because;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FieldReportTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void whatIsSaidIsSeenByItsAuthorAlone() {
        var field = TestField.of(2);
        field.report(0, because("price_level"))
                .statusCode(201)
                .body("state", equalTo("waiting"))
                .body("k", equalTo(5));

        mine(field, 0)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("waiting"))
                .body("items[0].reasons", equalTo(List.of("price_level")));
        mine(field, 1).body("items", hasSize(0));
        for (var other : List.of(
                field.workspace().asLeader(),
                field.workspace().asAdmin(),
                field.workspace().asIntegration())) {
            other.get("/v1/field_reports/mine").then().statusCode(403);
        }
    }

    @Test
    void whatIsSaidIsTakenBackByItsAuthorAlone() {
        var field = TestField.of(2);
        field.report(0, because("price_level"));
        String id = mine(field, 0).extract().path("items[0].id");

        TestWorkspace.as(field.reps().get(1))
                .delete("/v1/field_reports/" + id)
                .then()
                .statusCode(404);
        TestWorkspace.as(field.reps().get(0))
                .delete("/v1/field_reports/" + id)
                .then()
                .statusCode(204);
        mine(field, 0).body("items", hasSize(0));
    }

    @Test
    void aDealIsToldOnceByAPersonAndAgainByAnother() {
        var field = TestField.of(2);
        var account =
                "{\"deal\": {\"source\": \"crm\", \"external_id\": \"1\"}, \"reasons\": [{\"code\": \"budget\"}]}";

        field.report(0, account).statusCode(201);
        field.report(0, account).statusCode(409);
        field.report(1, account).statusCode(201);
        field.workspace().asLeader().get("/v1/losses").then().body("items", hasSize(0));
    }

    @Test
    void aRepetitionWithTheSameKeyIsTheSameReport() {
        var field = TestField.of(1);
        for (int i = 0; i < 2; i++) {
            field.workspace()
                    .asRep()
                    .header("Idempotency-Key", "one")
                    .body(because("budget"))
                    .post("/v1/field_reports")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("waiting"));
        }
        mine(field, 0).body("items", hasSize(1));
    }

    @Test
    void aReasonThatIsNoneIsRefused() {
        TestField.of(1)
                .report(0, because("bad_luck"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reasons/0/code"));
    }

    @Test
    void wordsThatTellWhoTheirAuthorIsAreQuotedOnlyAfterAWarning() {
        var field = TestField.of(1);
        var account =
                "{\"reasons\": [{\"code\": \"budget\"}], \"quotable\": true, \"note\": \"They had 48,000 EUR left\"%s}";

        field.report(0, account.formatted(""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"))
                .body("errors[0].detail", containsString("an amount at character 10"))
                .body("errors[0].detail", not(containsString("48")));
        field.report(0, account.formatted(", \"warned\": true")).statusCode(201);
    }

    @Test
    void aSealedPeriodIsToldInGroupsBesideTheOpenPlane() {
        var field = TestField.of(16);
        openly(field, "price_level", 8);
        openly(field, "product_gap", 2);
        field.say(0, 6, "price_level");
        field.say(6, 8, "product_gap");
        field.say(14, 2, "timing_priority");
        field.sealPeriod();

        field.workspace()
                .asLeader()
                .get("/v1/releases")
                .then()
                .body("items", hasSize(1))
                .body("items[0].period", equalTo(TODAY.getYear() + "-Q" + (TODAY.getMonthValue() + 2) / 3));
        String release = field.workspace().asLeader().get("/v1/releases").path("items[0].id");
        field.workspace()
                .asLeader()
                .get("/v1/releases/" + release)
                .then()
                .body("reporters", equalTo(16))
                .body("reason_groups.key", equalTo(List.of("other", "product")))
                .body("reason_groups.share", equalTo(List.of(0.5f, 0.5f)));
        trend(field, "reason_groups", "")
                .body("field_view.release", equalTo(release))
                .body("field_view.reporters", equalTo(16))
                .body("field_view.series.find { it.key == 'product' }.share", equalTo(0.5f))
                .body("field_view.series.find { it.key == 'product' }.open_share", equalTo(0.2f))
                .body("field_view.series.find { it.key == 'product' }.candour_gap", equalTo(0.3f))
                .body("field_view.series.find { it.key == 'other' }.candour_gap", equalTo(-0.3f));
        mine(field, 0).body("items[0].state", equalTo("released")).body("items[0].release", equalTo(release));
        String id = mine(field, 0).extract().path("items[0].id");
        TestWorkspace.as(field.reps().get(0))
                .delete("/v1/field_reports/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void whatIsSaidInConfidenceIsNeverFiltered() {
        var field = TestField.of(16);
        openly(field, "price_level", 1);
        field.say(0, 8, "price_level");
        field.say(8, 8, "product_gap");
        field.sealPeriod();

        trend(field, "reason_groups", "").body("field_view", notNullValue());
        trend(field, "reason_groups", "&source=crm").body("field_view", nullValue());
        trend(field, "outcomes", "").body("field_view", nullValue());
    }

    @Test
    void anAnswerIsNewOnceSomethingIsTold() {
        var field = TestField.of(16);
        field.say(0, 16, "price_level");
        var before = field.workspace().asLeader().get(trendOf("reasons"));
        field.sealPeriod();

        field.workspace()
                .asLeader()
                .header("If-None-Match", before.header("ETag"))
                .get(trendOf("reasons"))
                .then()
                .statusCode(200)
                .body("field_view.series[0].at_least", equalTo(0.9f));
    }

    @Test
    void tooFewJoinTheNextPeriod() {
        var field = TestField.of(16);
        field.say(0, 4, "price_level");
        field.sealPeriod();

        mine(field, 0).body("items[0].state", equalTo("carried_over"));
        field.workspace().asLeader().get("/v1/releases").then().body("items", hasSize(0));

        field.say(4, 1, "price_level");
        field.sealAfter(1);
        mine(field, 0).body("items[0].state", equalTo("released"));
        field.workspace()
                .asLeader()
                .get("/v1/releases")
                .then()
                .body("items", hasSize(1))
                .body("items[0].period", containsString("/"));
    }

    @Test
    void whatStaysTooFewForFourPeriodsIsDiscardedAndItsAuthorsAreTold() {
        var field = TestField.of(4);
        field.say(0, 4, "price_level");
        for (int period = 0; period < 3; period++) {
            field.sealAfter(period);
            mine(field, 0).body("items[0].state", equalTo("carried_over"));
        }
        field.sealAfter(3);

        mine(field, 0).body("items[0].state", equalTo("discarded"));
        field.workspace().asLeader().get("/v1/releases").then().body("items", hasSize(0));
    }

    @Test
    void aSealHappensOnceHoweverLateOrOften() {
        var field = TestField.of(16);
        field.say(0, 16, "price_level");
        field.sealAfter(3);
        var told = field.workspace().asLeader().get("/v1/releases").asString();
        field.sealPeriod();
        field.sealAfter(5);

        assertThat(field.workspace().asLeader().get("/v1/releases").asString()).isEqualTo(told);
    }

    @Test
    void safetySaysInNumbersWhoSeesWhat() {
        var field = TestField.of(16);
        field.say(0, 16, "price_level");
        field.sealPeriod();
        String release = field.workspace().asLeader().get("/v1/releases").path("items[0].id");
        field.workspace().asLeader().get("/v1/releases/" + release);
        field.workspace().asLeader().get(trendOf("reasons"));
        field.workspace().asRep().get("/v1/releases/" + release);

        field.workspace()
                .asRep()
                .get("/v1/safety")
                .then()
                .body("terms.k", equalTo(5))
                .body("reps", equalTo(16))
                .body("coverage", equalTo("reasons"))
                .body("periods[0].release", equalTo(release))
                .body("readers.role", equalTo(List.of("leader")))
                .body("readers[0].people", equalTo(1))
                .body("joined.reps.sum()", equalTo(16))
                .body("promises", hasItem(containsString("at least 5 people")));
    }

    @Test
    void fourPeopleGetAnHonestAnswer() {
        var field = TestField.of(4);

        field.report(0, because("price_level")).statusCode(201);
        field.workspace()
                .asRep()
                .get("/v1/safety")
                .then()
                .body("coverage", equalTo("not_enough_people"))
                .body("limits", hasItem(containsString("There are not enough people yet: 4 reps")));
        trend(field, "reasons", "").body("field_view", nullValue());
    }

    @Test
    void otherTermsAreAnnouncedAndHoldForNothingThatWasSaidBefore() {
        var field = TestField.of(1);
        var terms = "{\"k\": 4, \"period\": \"month\", \"market\": \"product\"}";

        var announced = field.workspace()
                .asAdmin()
                .body(terms)
                .post("/v1/safety/terms")
                .then()
                .statusCode(201);
        var validFrom = LocalDate.parse(announced.extract().<String>path("valid_from"));
        assertThat(validFrom).isAfterOrEqualTo(TODAY.plusDays(14));
        assertThat(validFrom.getDayOfMonth()).isEqualTo(1);
        field.workspace().asAdmin().body(terms).post("/v1/safety/terms").then().statusCode(409);
        field.workspace().asLeader().body(terms).post("/v1/safety/terms").then().statusCode(403);
        field.workspace()
                .asAdmin()
                .body("{\"k\": 2, \"period\": \"month\", \"market\": \"product\"}")
                .post("/v1/safety/terms")
                .then()
                .statusCode(422);
        field.workspace()
                .asRep()
                .get("/v1/safety")
                .then()
                .body("terms.k", equalTo(5))
                .body("announced.k", everyItem(equalTo(4)));
        field.report(0, because("budget")).body("k", equalTo(5));
    }

    private static ValidatableResponse mine(TestField field, int rep) {
        return TestWorkspace.as(field.reps().get(rep))
                .get("/v1/field_reports/mine")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse trend(TestField field, String dimension, String filter) {
        return field.workspace()
                .asLeader()
                .get(trendOf(dimension) + filter)
                .then()
                .statusCode(200);
    }

    private static String trendOf(String dimension) {
        return "/v1/trends/" + dimension + "?interval=quarter&until=" + TODAY.plusYears(1);
    }

    private static void openly(TestField field, String reason, int deals) {
        for (int deal = 0; deal < deals; deal++) {
            field.workspace()
                    .asIntegration()
                    .body("""
                            {"source": "crm", "external_id": "%s-%s", "closed_on": "%s", "reasons": [{"code": "%s"}]}""".formatted(reason, deal, TODAY, reason))
                    .post("/v1/losses")
                    .then()
                    .statusCode(201);
        }
    }
}
