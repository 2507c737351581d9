package dev.groundswell.field;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QuestionTest {

    @Test
    void answersAreToldOnceWhenItHasClosedAndAreGone() throws SQLException {
        var field = TestField.of(16);
        field.ask("price", "product", "quota").statusCode(201).body("state", equalTo("open"));
        for (int rep = 0; rep < 16; rep++) {
            field.answer(rep, "quota");
            field.answer(rep, rep < 9 ? "price" : rep < 14 ? "product" : "quota")
                    .statusCode(201);
        }
        question(field).body("items[0].answers", nullValue()).body("items[0].answered", nullValue());
        field.workspace().asRep().get("/v1/questions").then().body("items[0].answered", equalTo(true));
        field.questionCloses();

        question(field)
                .body("items[0].state", equalTo("released"))
                .body("items[0].answerers", equalTo(16))
                .body("items[0].answers.option", equalTo(List.of("other", "price")))
                .body("items[0].answers.share", equalTo(List.of(0.44f, 0.56f)));
        field.answer(0, "quota").statusCode(409);
        try (var database = Database.connect("quarkus.datasource")) {
            database.setAutoCommit(false);
            Database.enter(database, field.workspace().id());
            Assertions.assertThat(Database.count(database, "select count(*) from question_answer"))
                    .isZero();
        }
    }

    @Test
    void tooFewAnswersAreNotTold() {
        var field = TestField.of(4);
        field.ask("this", "that");
        for (int rep = 0; rep < 4; rep++) {
            field.answer(rep, "this");
        }
        field.questionCloses();

        question(field).body("items[0].state", equalTo("too_few")).body("items[0].answers", nullValue());
    }

    @Test
    void oneQuestionIsOpenAtATime() {
        var field = TestField.of(1);
        field.ask("this", "that").statusCode(201);
        field.ask("this", "that").statusCode(409);
        field.questionCloses();
        field.ask("this", "that").statusCode(201);
        question(field).body("items", hasSize(2));
    }

    @Test
    void leadersAskAndRepsAnswer() {
        var field = TestField.of(1);
        field.ask("this", "this").statusCode(422).body("errors[0].pointer", equalTo("/options"));
        field.ask("Yes", "yes.").statusCode(422);
        field.ask("this", "Other").statusCode(422);
        field.workspace().asRep().body("{}").post("/v1/questions").then().statusCode(403);
        field.ask("this", "that");
        field.answer(0, "neither").statusCode(422).body("errors[0].pointer", equalTo("/option"));
        String id = field.workspace().asLeader().get("/v1/questions").path("items[0].id");
        field.workspace()
                .asLeader()
                .body("{\"option\": \"this\"}")
                .post("/v1/questions/" + id + "/answers")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse question(TestField field) {
        return field.workspace().asLeader().get("/v1/questions").then().statusCode(200);
    }
}
