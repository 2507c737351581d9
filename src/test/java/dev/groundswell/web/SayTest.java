package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A rep's half a minute, from a link in the CRM to the receipt. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SayTest {

    private static final String LINK = "/say#source=hubspot&deal=9911&product=Platform&segment=mid-market&region=EMEA"
            + "&competitor=Kestrova&quoted=48000.00&currency=EUR&closed=2026-11-20";
    private static final String NOTE = "Two more months to pay would have won it";
    private static final String[] EXPECTED = {
        "/v1/session - Failed to load resource",
        "/v1/field_reports - Failed to load resource",
        "ERR_INTERNET_DISCONNECTED"
    };

    private TestWorkspace workspace;
    private Browser browser;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
        browser = Browser.open(Browser.PHONE);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aLossIsToldInConfidenceAndOnceHoweverOftenItIsSent() throws IOException {
        browser.signIn(LINK, workspace.rep());
        browser.reads("Deal 9911 in hubspot");
        browser.reads("Only among at least 5 people. There is one rep here");
        browser.press("Send in confidence");
        browser.reads("Choose what weighed most.");
        browser.choose("Price level");
        browser.type(By.id("note"), NOTE);
        browser.picture("say");
        browser.fits(320);
        browser.isAccessible();

        browser.isOffline(true);
        browser.press("Send in confidence");
        browser.reads("Nothing of what you wrote is lost");
        browser.isOffline(false);
        browser.follow("All promises, and what cannot be promised");
        browser.follow("Say why");
        assertThat(browser.value("note")).isEqualTo(NOTE);

        browser.forgetsWhoIsHere();
        browser.press("Send in confidence");
        browser.type(By.id("credential"), workspace.rep());
        browser.press("Sign in");
        assertThat(browser.value("note")).isEqualTo(NOTE);

        browser.losesTheNextAnswer();
        browser.press("Send in confidence");
        browser.reads("Nothing of what you wrote is lost");
        browser.press("Send in confidence");
        browser.reads("Thank you");
        browser.reads("5 people or more");
        browser.isAccessible();
        workspace
                .asRep()
                .get("/v1/field_reports/mine")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reasons", contains("price_level"));
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("deal");

        browser.press("Tell of another deal");
        assertThat(browser.value("note")).isEmpty();
        browser.go(LINK);
        browser.choose("Budget");
        browser.press("Send in confidence");
        browser.reads("You have told of this deal before");
        assertThat(browser.driver().executeScript("return localStorage.length + sessionStorage.length"))
                .isEqualTo(0L);
        browser.complainedOfNothing(EXPECTED);
    }

    @Test
    void whoSignsInNextFindsNothingOfWhatAnotherHadTyped() {
        browser.signIn(LINK, workspace.rep());
        browser.choose("Price level");
        browser.type(By.id("note"), NOTE);
        browser.forgetsWhoIsHere();
        browser.press("Send in confidence");
        browser.type(By.id("credential"), workspace.anotherRep());
        browser.press("Sign in");
        assertThat(browser.value("note")).isEmpty();
        browser.press("Send in confidence");
        browser.reads("Choose what weighed most.");
        browser.complainedOfNothing(EXPECTED);
    }

    @Test
    void theRecordIsCorrectedOpenlyWhereThatIsChosen() throws IOException {
        browser.signIn(LINK, workspace.rep());
        browser.choose("Product gap");
        browser.choose("Correct the CRM record openly");
        browser.reads("Not in confidence.");
        browser.picture("say-openly");
        browser.isAccessible();
        browser.press("Correct it openly");
        browser.reads("Thank you");

        workspace
                .asLeader()
                .get("/v1/deals/hubspot/9911")
                .then()
                .statusCode(200)
                .body("reasons.code", contains("product_gap"))
                .body("competitors.label", contains("Kestrova"))
                .body("closed_on", equalTo("2026-11-20"))
                .body("prices.quoted.amount", equalTo("48000.00"))
                .body("region.label", equalTo("EMEA"));
        workspace.asRep().get("/v1/field_reports/mine").then().body("items", hasSize(0));

        browser.signOut();
        browser.signIn("/say", workspace.leader());
        browser.reads("This page is for reps");
        browser.isAccessible();
        browser.complainedOfNothing(EXPECTED);
    }
}
