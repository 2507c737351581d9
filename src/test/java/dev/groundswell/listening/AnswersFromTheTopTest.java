package dev.groundswell.listening;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.field.TestField;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AnswersFromTheTopTest {

    @Test
    void aDisputeNeedsEvidence() {
        var field = TestField.of(1);
        field.surfaceNow(0, "We lose below fifty seats");
        var concern = field.surfaced();

        field.respond(concern, "{\"kind\": \"disputed\", \"words\": \"We do not\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/evidence"));
        field.respond(
                        concern,
                        "{\"kind\": \"conceded\", \"words\": \"We do\", \"evidence\": {\"words\": \"None is needed\"}}")
                .statusCode(422);
        field.respond(
                        concern,
                        "{\"kind\": \"disputed\", \"words\": \"We do not\", \"evidence\": {\"words\": \"We won 23 of 41\","
                                + " \"link\": \"https://example.com/rates\"}}")
                .statusCode(201)
                .body("evidence.words", equalTo("We won 23 of 41"));
    }

    @Test
    void everybodyReadsTheAnswersAndNoneIsTakenBack() {
        var field = TestField.of(1);
        field.surfaceNow(0, "We lose below fifty seats");
        var concern = field.surfaced();
        field.respond(
                concern,
                "{\"kind\": \"disputed\", \"words\": \"We do not\", \"evidence\": {\"words\": \"We won 23 of 41\"}}");
        field.respond(concern, "{\"kind\": \"conceded\", \"words\": \"We were wrong\", \"thanks\": true}");

        field.workspace()
                .asRep()
                .get("/v1/concerns")
                .then()
                .body("items[0].responses.kind", contains("disputed", "conceded"))
                .body("items[0].answer_due", nullValue())
                .body("items[0].stands", equalTo(false));
        field.workspace()
                .asRep()
                .body("{\"kind\": \"acted\", \"words\": \"I am no leader\"}")
                .post("/v1/concerns/" + concern + "/responses")
                .then()
                .statusCode(403);
        field.workspace()
                .asRep()
                .get("/v1/listening")
                .then()
                .body("raised", equalTo(1))
                .body("answered_share", equalTo(1f))
                .body("median_days_to_answer", equalTo(0f))
                .body("conceded", equalTo(1))
                .body("disputes.ever", equalTo(1))
                .body("disputes.field_was_right", equalTo(1))
                .body("disputes.open", equalTo(0))
                .body("field_right_share", equalTo(1f))
                .body("thanked", equalTo(1));
    }

    @Test
    void whoReportedFindsTheAnswerBesideTheReport() {
        var field = TestField.of(5);
        field.say(0, 5, "price_level");
        field.sealPeriod();
        String release = field.workspace().asLeader().get("/v1/releases").path("items[0].id");
        field.workspace()
                .asLeader()
                .body("{\"kind\": \"acted\", \"words\": \"The small plan is back\", \"thanks\": true}")
                .post("/v1/releases/" + release + "/responses")
                .then()
                .statusCode(201);

        field.workspace()
                .asRep()
                .get("/v1/field_reports/mine")
                .then()
                .body("items[0].responses.words", contains("The small plan is back"));
        field.workspace().asRep().get("/v1/releases/" + release).then().body("responses.kind", contains("acted"));
    }

    @Test
    void theBriefingTellsWhatHappenedAndWhatIsOwed() {
        var field = TestField.of(1);
        field.workspace()
                .asIntegration()
                .body(
                        "{\"source\": \"crm\", \"external_id\": \"1\", \"closed_on\": \"%s\", \"reasons\": [{\"text\": \"nobody knows\"}]}"
                                .formatted(LocalDate.now(ZoneOffset.UTC)))
                .post("/v1/losses");
        field.surfaceNow(0, "We lose below fifty seats");
        field.surfaceNow(0, "Quotas rose twice this year");
        field.respond(field.surfaced(), "{\"kind\": \"acknowledged\", \"words\": \"We hear you\"}");

        field.workspace()
                .asLeader()
                .get("/v1/briefing")
                .then()
                .statusCode(200)
                .body("surfaced", hasSize(2))
                .body("answers_due.words", contains("We lose below fifty seats"))
                .body("gaps.lost", equalTo(1))
                .body("gaps.unmapped", equalTo(1));
    }
}
