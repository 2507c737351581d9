package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What admins change, renew and end, long after a workspace was set up. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UpkeepTest {

    private static final String ASKED_WHO = "/v1/session - Failed to load resource";

    private TestWorkspace workspace;
    private Browser browser;

    @BeforeEach
    void signIn() {
        workspace = TestWorkspace.create();
        browser = Browser.open(Browser.DESK);
        browser.signIn("/", workspace.admin());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aConnectionIsChangedAndItsAddressRenewed() {
        var connection = TestConnection.create(workspace, "json", "");
        open("connections/" + connection.id());
        browser.type(By.cssSelector("[aria-label=Settings] [name=name]"), "Desk of the north");
        browser.type(By.name("mapping"), "{\"id\": ");
        save();
        browser.reads("The mapping is not JSON");
        browser.find(By.name("mapping")).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        save();
        browser.reads("Saved.");
        browser.find(By.xpath("//h1[.='Desk of the north']"));
        workspace.asAdmin().get("/v1/connections/" + connection.id()).then().body("name", equalTo("Desk of the north"));

        browser.press("Make a new address");
        browser.reads("The old address stops working.");
        browser.press("Make it");
        var hook = browser.find(By.cssSelector("[data-test=hook-url]")).getText();
        browser.isAccessible();
        assertThat(hook).isNotEqualTo(connection.hookUrl());
        assertThat(connection.send("{}").statusCode()).isEqualTo(404);
        browser.press("I have it");

        browser.press("Delete the connection");
        browser.press("Delete it");
        browser.reads("There is no connection yet.");
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void keysAreMadeAndRevoked() {
        open("people/keys");
        browser.unfold("Make a key for an integration");
        browser.type(By.name("name"), "Nightly export");
        browser.choose("Read deals");
        browser.press("Make the key");
        var key = browser.find(By.cssSelector("[data-test=made-key]")).getText();
        browser.isAccessible();
        browser.press("I have it");
        TestWorkspace.as(key).get("/v1/losses").then().statusCode(200);

        browser.reads("Nightly export");
        click("//tr[contains(., 'Nightly export')]//button[.='Revoke']");
        browser.reads("It cannot be taken back.");
        browser.press("Revoke it");
        browser.vanishes("Nightly export");
        TestWorkspace.as(key).get("/v1/losses").then().statusCode(401);
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void whoLeavesIsShutOut() {
        open("people/members");
        browser.isAccessible();
        click("//tr[contains(., 'Rep')]//button[.='Revoke all keys']");
        browser.reads("is refused from now on");
        browser.press("Revoke them");
        browser.find(By.xpath("//tr[contains(., 'Rep')][not(.//button)]"));
        workspace.asRep().get("/v1/reasons").then().statusCode(401);

        click("//tr[contains(., 'Admin')]//button[.='Revoke all keys']");
        browser.press("Revoke them");
        browser.reads("Nobody else could administer the workspace");
        browser.isAccessible();
    }

    @Test
    void aSubscriptionIsMadeTriedOutChangedAndEnded() {
        open("settings/subscriptions");
        browser.unfold("Make a subscription");
        browser.type(By.name("name"), "To the war room");
        browser.type(By.name("url"), "http://127.0.0.1:9/in");
        browser.press("Make it");
        var secret =
                browser.find(By.cssSelector("[data-test=subscription-secret]")).getText();
        assertThat(secret).startsWith("whsec_");
        browser.press("I have it");
        browser.press("Send a test");
        browser.reads("It is on its way.");
        browser.find(By.xpath("//td[.='A test']"));
        browser.isAccessible();

        browser.press("Change");
        var card = "[aria-label='To the war room'] ";
        browser.type(By.cssSelector(card + "[name=name]"), "To the sales floor");
        new Select(browser.find(By.cssSelector(card + "[name=state]"))).selectByValue("off");
        browser.press("Save");
        browser.find(By.xpath("//h2[.='To the sales floor']"));
        browser.reads("off: an admin has turned it off");

        browser.press("Make a new secret");
        browser.reads("Both secrets sign for a day");
        click("//section[@aria-label='To the sales floor']//button[.='Make it']");
        assertThat(browser.find(By.cssSelector("[data-test=subscription-secret]"))
                        .getText())
                .isNotEqualTo(secret);
        browser.press("I have it");
        browser.press("Delete");
        browser.press("Delete it");
        browser.reads("There is no subscription yet.");
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void aPersonIsForgottenAndTheTrailSaysSoInWords() {
        workspace.asIntegration().body("""
                        {"source": "crm", "external_id": "1", "closed_on": "2026-03-02", "owner": "hs-17",
                         "reasons": [{"code": "budget", "note": "Ada Example heard it"}]}""").post("/v1/losses").then().statusCode(201);
        open("people/erasure");
        browser.type(By.name("owner"), "hs-17");
        browser.type(By.name("names"), "Ada Example");
        var go = By.xpath("//button[.='Erase the person']");
        assertThat(browser.find(go).isEnabled()).isFalse();
        browser.choose("I have read what goes");
        browser.press("Erase the person");
        browser.reads("Done. This is what went");
        browser.isAccessible();
        workspace
                .asLeader()
                .get("/v1/losses")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reasons.note", contains(nullValue()));
        assertThat(browser.find(go).isEnabled()).isFalse();

        open("settings/audit");
        browser.reads("Person erased");
        assertThat(browser.text()).contains("Invite made", "Key of an integration made");
        browser.isAccessible();
        workspace.asAdmin().get("/v1/audit").then().body("items.action", hasItem("person_erased"));
        browser.complainedOfNothing(ASKED_WHO);
    }

    private void open(String page) {
        browser.go("/#/admin/" + page);
        browser.find(By.cssSelector(".places"));
    }

    private void save() {
        click("//section[@aria-label='Settings']//button[.='Save']");
    }

    private void click(String xpath) {
        browser.find(By.xpath(xpath)).click();
    }
}
