package dev.groundswell.field;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcernTest {

    private static final String WORDS = "We lose below fifty seats since the new list";

    @Test
    void colleaguesReadItUnsignedAndLeadersDoNot() {
        var field = TestField.of(2);
        field.raise(0, WORDS);

        TestWorkspace.as(field.reps().get(1))
                .get("/v1/concerns/open")
                .then()
                .body("items[0].words", equalTo(WORDS))
                .body("items[0].endorsed", equalTo(false))
                .body("items[0].keySet()", equalTo(Set.of("id", "topic", "words", "week", "k", "endorsed")));
        for (var other : List.of(field.workspace().asLeader(), field.workspace().asAdmin())) {
            other.get("/v1/concerns/open").then().statusCode(403);
        }
        surfaced(field, 0);
    }

    @Test
    void itSurfacesInTheNextWeekOnceEnoughStandBehindIt() {
        var field = TestField.of(6);
        field.raise(0, WORDS);
        var concern = field.openConcern(WORDS);
        for (int rep = 0; rep < 4; rep++) {
            field.endorse(rep, concern);
        }
        field.weeksGoBy(1);
        surfaced(field, 0);

        field.endorse(4, concern);
        field.endorse(5, concern);
        field.weeksGoBy(0);
        surfaced(field, 0);
        field.weeksGoBy(1);
        surfaced(field, 1)
                .body("items[0].words", equalTo(WORDS))
                .body("items[0].people", equalTo(5))
                .body("items[0].by_choice", equalTo(false));
        field.workspace().asRep().get("/v1/concerns/open").then().body("items", hasSize(0));
    }

    /** The last endorsement may come in the last week. */
    @Test
    void itSurfacesHoweverOldAndIsForgottenWhereTooFewStandBehindIt() {
        var field = TestField.of(5);
        field.raise(0, WORDS);
        field.raise(0, "Nobody else stands behind this one");
        for (int rep = 1; rep < 5; rep++) {
            field.endorse(rep, field.openConcern(WORDS));
        }
        field.weeksGoBy(Concern.OPEN_WEEKS + 1);

        surfaced(field, 1).body("items[0].words", equalTo(WORDS));
        field.workspace().asRep().get("/v1/concerns/open").then().body("items", hasSize(0));
    }

    @Test
    void whoNoLongerStandsBehindItDoesNotCount() {
        var field = TestField.of(5);
        field.raise(0, WORDS);
        var concern = field.openConcern(WORDS);
        for (int rep = 1; rep < 5; rep++) {
            field.endorse(rep, concern);
        }
        TestWorkspace.as(field.reps().get(4))
                .delete("/v1/concerns/" + concern + "/endorsements")
                .then()
                .statusCode(204);

        field.weeksGoBy(1);
        surfaced(field, 0);
    }

    @Test
    void itsAuthorAloneLetsItSurfaceOrTakesItBack() {
        var field = TestField.of(2);
        field.raise(0, WORDS);
        var concern = field.openConcern(WORDS);
        var other = field.reps().get(1);
        TestWorkspace.as(other)
                .post("/v1/concerns/" + concern + "/surface")
                .then()
                .statusCode(404);
        TestWorkspace.as(other).delete("/v1/concerns/" + concern).then().statusCode(404);

        field.workspace()
                .asRep()
                .post("/v1/concerns/" + concern + "/surface")
                .then()
                .statusCode(204);
        surfaced(field, 1).body("items[0].by_choice", equalTo(true));
        field.raise(0, "Another one that is taken back");
        field.workspace()
                .asRep()
                .delete("/v1/concerns/" + field.openConcern("Another one that is taken back"))
                .then()
                .statusCode(204);
        field.workspace().asRep().get("/v1/concerns/open").then().body("items", hasSize(0));
    }

    @Test
    void wordsThatTellWhoTheirAuthorIsAreRefusedWithAWarning() {
        var field = TestField.of(1);
        for (var words : List.of(
                "We lost it to Ada Example last month",
                "They wanted it for EUR 40.000 and not more",
                "Ask me at rep@example.com about it",
                "Deal OPP-88123 went the same way",
                "Kestrova GmbH undercuts us everywhere")) {
            field.concern(0, words, "")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/words"))
                    .body("errors[0].detail", not(containsString("Example")));
            field.concern(0, words, ", \"warned\": true").statusCode(201);
        }
        field.concern(0, "Quotas rose twice while the market shrank", "").statusCode(201);
    }

    private static ValidatableResponse surfaced(TestField field, int count) {
        return field.workspace().asLeader().get("/v1/concerns").then().body("items", hasSize(count));
    }
}
