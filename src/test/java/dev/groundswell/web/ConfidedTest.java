package dev.groundswell.web;

import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.field.TestField;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What reps read of what they and their colleagues said, and what came of it. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConfidedTest {

    private static final int REPS = 10;
    private static final String WORDS = "We lose below fifty seats since the new list";
    private static final String MINE = "The new territories split buyers who buy together";
    private static final String[] EXPECTED = {
        "/v1/session - Failed to load resource", "/v1/concerns - Failed to load resource", "404 (Not Found)"
    };

    private TestField field;
    private TestWorkspace workspace;
    private Browser browser;

    @BeforeEach
    void open() {
        field = TestField.of(REPS);
        workspace = field.workspace();
        browser = Browser.open(Browser.PHONE);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void concernsSwellSurfaceAndAreAnswered() throws IOException {
        field.raise(1, WORDS);
        browser.signIn("/say#/concerns", workspace.rep());
        browser.reads("at least 5 people have to stand behind the same words");
        browser.press("I stand behind these words");
        browser.reads("You stand behind it.");
        browser.unfold("Did you write it?");
        browser.press("Take it back");
        browser.reads("Only whoever wrote it can do that");
        browser.isAccessible();

        var concern = field.openConcern(WORDS);
        for (int rep = 2; rep < 5; rep++) {
            field.endorse(rep, concern);
        }
        field.weeksGoBy(1);
        field.respond(field.surfaced(), "{\"kind\": \"conceded\", \"words\": \"We take the small plan back\"}")
                .statusCode(201);
        browser.follow("Questions");
        browser.follow("Concerns");
        browser.reads("5 people or more stand behind these words.");
        browser.reads("We were wrong");
        browser.reads("The records cannot say");

        browser.unfold("Raise a concern");
        browser.type(By.id("words"), "Nobody can reach 500000 EUR a quarter");
        browser.select("topic", "Quota too high");
        browser.press("Raise it, unsigned");
        browser.reads("This could tell who you are");
        browser.type(By.id("words"), MINE);
        browser.choose("Let it surface at once");
        browser.reads("It cannot be taken back.");
        browser.picture("say-concern");
        browser.isAccessible();
        browser.choose("Let it surface at once");
        browser.press("Raise it, unsigned");
        browser.reads("Colleagues read it now, unsigned.");
        browser.unfold("Did you write it?");
        browser.press("Take it back");
        browser.reads("Nothing is open just now.");
        browser.fits(320);
        workspace.asRep().get("/v1/concerns/open").then().body("items", hasSize(0));
        browser.complainedOfNothing(EXPECTED);
    }

    @Test
    void whatWasSaidIsFoundAgainWithWhatCameOfIt() throws IOException {
        field.say(0, REPS, "price_level");
        field.sealPeriod();
        String release = workspace.asLeader().get("/v1/releases").path("items[0].id");
        workspace.asLeader().get("/v1/releases/" + release).then().statusCode(200);
        workspace
                .asLeader()
                .body("{\"kind\": \"acted\", \"words\": \"The list changes in spring\", \"thanks\": true}")
                .post("/v1/releases/" + release + "/responses")
                .then()
                .statusCode(201);
        field.say(0, 1, "budget");
        field.ask("Shorter terms", "A smaller plan").statusCode(201);

        browser.signIn("/say#/mine", workspace.rep());
        browser.reads("Told among others");
        browser.reads("The list changes in spring");
        browser.reads("Carried over: too few people spoke");
        browser.press("Take it back");
        browser.isAccessible();
        browser.press("Yes, take it back");
        browser.vanishes("Carried over");

        browser.follow("Questions");
        browser.choose("Shorter terms");
        browser.press("Answer in confidence");
        browser.reads("It is told only among 5 people or more.");
        browser.isAccessible();
        for (int rep = 1; rep < REPS; rep++) {
            field.answer(rep, rep < 5 ? "Shorter terms" : "A smaller plan").statusCode(201);
        }
        field.questionCloses();
        browser.follow("Answers");
        browser.reads("With thanks to the field for speaking.");
        browser.isAccessible();
        browser.follow("Questions");
        browser.reads("10 people answered.");
        browser.reads("50%");
        browser.picture("say-questions");

        browser.follow("Is it safe?");
        browser.reads("There are 10 reps here.");
        browser.reads("one leader, on");
        browser.isAccessible();
        browser.fits(320);
        browser.complainedOfNothing(EXPECTED);
    }
}
