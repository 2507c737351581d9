package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.demo.ToldDemo;
import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** From a lost deal to what leadership answers, as those see it who live it. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StoryTest {

    private static final int K = 5;
    private static final String CONCERN = "The approval of a discount takes longer than our buyers wait";
    private static final String ASKED_WHO = "/v1/session - Failed to load resource";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    TestClock clock;

    private TestField field;
    private Browser phone;
    private Browser desk;

    @BeforeEach
    void aWeekAgo() {
        clock.moveTo(today.minusWeeks(1));
        field = TestField.of(K);
        phone = Browser.open(Browser.PHONE);
        phone.screen(390, 844);
        desk = Browser.open(Browser.DESK);
        desk.screen(1100, 1000);
    }

    @AfterEach
    void close() {
        phone.close();
        desk.close();
        clock.bringBack();
    }

    @Test
    void whatTheFieldSaysIsHeardAndAnswered() throws IOException {
        phone.signIn(linkTo("told"), field.reps().get(0));
        tellsInConfidence();
        correctsTheRecord();
        raisesAConcern();
        for (int rep = 1; rep < K; rep++) {
            phone.signOut();
            phone.signIn(linkTo("told-" + rep), field.reps().get(rep));
            phone.choose("Price level");
            phone.press("Send in confidence");
            phone.reads("Thank you");
            phone.follow("Concerns");
            phone.reads(CONCERN);
            phone.press("I stand behind these words");
            phone.reads("You stand behind it.");
        }

        clock.bringBack();
        field.weeksGoBy(0);
        new ToldDemo(field.workspace())
                .until(today.minusDays(1))
                .withPressureOnPrices(TestMarket.period().atDay(1));
        var signal = scanned();

        desk.signIn("/", field.workspace().leader());
        readsTheWeek(signal);
        looksAtTheMarket();
        answersTheSignal(signal);
        answersTheConcern();
        desk.complainedOfNothing(ASKED_WHO);

        readsTheAnswers(signal);
        field.sealPeriod();
        phone.follow("Mine");
        phone.reads("Told among others");
        phone.isAccessible();
        phone.complainedOfNothing(ASKED_WHO);
    }

    private void tellsInConfidence() throws IOException {
        phone.choose("Price level");
        phone.isAccessible();
        phone.shown("say");
        phone.press("Send in confidence");
        phone.reads("Thank you");
        phone.isAccessible();
    }

    private void correctsTheRecord() {
        phone.go(linkTo("corrected"));
        phone.reads("Deal corrected in demo-crm");
        phone.choose("Product gap");
        phone.choose("Correct the CRM record openly");
        phone.isAccessible();
        phone.press("Correct it openly");
        phone.reads("The record says so now");
    }

    private void raisesAConcern() {
        phone.follow("Concerns");
        phone.unfold("Raise a concern");
        phone.select("topic", "Policy");
        phone.type(By.id("words"), CONCERN);
        phone.press("Raise it, unsigned");
        phone.reads("Colleagues read it now, unsigned.");
        phone.isAccessible();
    }

    /** The sentence of what has risen. */
    private String scanned() {
        field.workspace().asLeader().post("/v1/signals/scan").then().statusCode(200);
        return field.workspace().asLeader().get("/v1/signals").path("items.find { it.direction == 'rise' }.sentence");
    }

    private void readsTheWeek(String signal) throws IOException {
        desk.reads(signal);
        assertThat(desk.find(By.cssSelector("[data-test=new]")).getText()).contains("5 people or more stand behind it");
        assertThat(desk.find(By.cssSelector("[data-test=due]")).getText()).contains(signal, CONCERN);
        desk.isAccessible();
        desk.shown("briefing");
    }

    private void looksAtTheMarket() throws IOException {
        desk.follow("Market");
        desk.find(By.cssSelector("[data-figure=mix-reasons] canvas"));
        desk.isAccessible();
        desk.shown("market");
        desk.follow("Competitors and wins");
        desk.reads("We won");
        desk.isAccessible();
        desk.follow("Prices");
        desk.find(By.cssSelector("[data-figure=price-gaps] canvas"));
        desk.settled();
        desk.isAccessible();
        desk.shown("prices");

        desk.go("/#/market?product=atlas-orbit");
        desk.reads("of 1 lost deal");
        desk.unfold("As a table");
        assertThat(new Figures(desk.driver()).table("mix-reasons"))
                .isEqualTo(List.of(List.of("Product gap", "1", "100%")));
    }

    private void answersTheSignal(String sentence) throws IOException {
        desk.follow("Briefing");
        desk.follow(sentence);
        desk.find(By.cssSelector("[data-figure^=signal] canvas"));
        desk.isAccessible();
        desk.shown("signal");
        desk.press("Investigating");
        desk.find(By.cssSelector("[data-test=answers]"));
    }

    private void answersTheConcern() {
        desk.follow("Field");
        desk.reads(CONCERN);
        desk.type(By.cssSelector("[data-test=concern] textarea"), "You are right: from now on, regions decide.");
        desk.press("We were wrong");
        desk.find(By.cssSelector("[data-test=answers]"));
        desk.isAccessible();
    }

    private void readsTheAnswers(String signal) throws IOException {
        phone.follow("Answers");
        phone.reads(signal);
        phone.reads("We are looking into this");
        phone.reads("You are right: from now on, regions decide.");
        phone.isAccessible();
        phone.shown("answers");
        phone.follow("Concerns");
        phone.reads("5 people or more stand behind these words.");
        phone.isAccessible();
    }

    private String linkTo(String deal) {
        return "/say#source=demo-crm&deal=" + deal
                + "&product=Atlas%20Orbit&region=DACH&competitor=Kestrova&quoted=48000.00&currency=EUR&closed="
                + today.minusWeeks(1);
    }
}
