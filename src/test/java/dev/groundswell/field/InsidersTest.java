package dev.groundswell.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.startsWith;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Insiders, alone and together, learn nothing beyond what {@code GET /v1/safety} says. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class InsidersTest {

    @Test
    void leadersWhoPutTheirAnswersTogetherHaveOneAnswer() {
        var field = sealed();
        var answers = new HashSet<String>();
        for (var key : List.of(
                field.workspace().leader(),
                another(field, "leader"),
                field.workspace().admin(),
                field.workspace().rep())) {
            answers.add(all(key));
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void todayIsAsYesterday() {
        var field = sealed();
        var yesterday = all(field.workspace().leader());

        field.report(0, TestField.because("timing_priority")).statusCode(201);
        field.sealPeriod();

        assertThat(all(field.workspace().leader())).isEqualTo(yesterday);
    }

    @Test
    void aLeaderWithARepsKeySeesThatRepsReasonsAndNobodyElses() {
        var field = TestField.of(3);
        field.report(1, TestField.because("budget"));
        field.report(2, TestField.because("timing_priority"));
        var stolen = field.reps().get(1);
        String other = TestWorkspace.as(field.reps().get(2))
                .get("/v1/field_reports/mine")
                .path("items[0].id");

        TestWorkspace.as(stolen)
                .get("/v1/field_reports/mine")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reasons", equalTo(List.of("budget")));
        TestWorkspace.as(stolen).delete("/v1/field_reports/" + other).then().statusCode(404);
        TestWorkspace.as(stolen).get("/v1/safety").then().body("limits", hasItem(startsWith("Whoever holds your key")));
    }

    @Test
    void anAdminMintsNoKeyForAPersonAndEveryJoinShows() {
        var field = TestField.of(2);
        String minted = field.workspace()
                .asAdmin()
                .body("{\"name\": \"Minted\"}")
                .post("/v1/keys")
                .path("key");
        for (var path : List.of("/v1/field_reports/mine", "/v1/concerns/open", "/v1/safety", "/v1/releases")) {
            TestWorkspace.as(minted).get(path).then().statusCode(403);
        }
        TestWorkspace.as(minted)
                .body(TestField.because("budget"))
                .post("/v1/field_reports")
                .then()
                .statusCode(403);

        for (int invented = 0; invented < 4; invented++) {
            another(field, "rep");
        }
        field.workspace().asRep().get("/v1/safety").then().body("joined.reps", everyItem(hasToString("6")));
    }

    /** A workspace of which a period is sealed, and one report has been told since. */
    private static TestField sealed() {
        var field = TestField.of(16);
        field.say(0, 6, "price_level");
        field.say(6, 10, "product_gap");
        field.sealPeriod();
        return field;
    }

    private static String another(TestField field, String role) {
        String code = field.workspace()
                .asAdmin()
                .body("{\"role\": \"%s\"}".formatted(role))
                .post("/v1/invites")
                .path("code");
        return TestWorkspace.asNobody().post("/v1/invites/{code}/accept", code).path("key");
    }

    private static String all(String key) {
        var said = new StringBuilder();
        said.append(TestWorkspace.as(key).get("/v1/releases").asString());
        String id = TestWorkspace.as(key).get("/v1/releases").path("items[0].id");
        said.append(TestWorkspace.as(key).get("/v1/releases/" + id).asString());
        for (var dimension : List.of("reasons", "reason_groups", "products", "regions", "competitors")) {
            said.append(TestWorkspace.as(key)
                    .get("/v1/trends/" + dimension + "?interval=year&until="
                            + LocalDate.now(ZoneOffset.UTC).plusYears(1))
                    .asString());
        }
        said.append(TestWorkspace.as(key).get("/v1/concerns").asString());
        return said.toString();
    }
}
