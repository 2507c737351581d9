package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Admins set a workspace up without a line of curl. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AdminTest {

    private static final String ASKED_WHO = "/v1/session - Failed to load resource";
    private static final String OVERTAKEN = "status of 412";

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
    void aConnectionIsMadeTriedOutAndItsDeadLettersAreReadAgain() {
        browser.follow("Set-up");
        browser.follow("Make a connection");
        choose("kind", "json");
        browser.type(By.name("source"), "desk");
        browser.type(By.name("token"), "a long random text");
        browser.press("Make it");
        var hook = browser.find(By.cssSelector("[data-test=hook-url]")).getText();
        browser.reads("docs/connect/own-code.md");
        browser.isAccessible();
        browser.press("I have it");
        browser.reads("No webhook has come yet");
        assertThat(browser.text()).doesNotContain(hook);

        preview(
                "{\"id\": \"D-7\", \"status\": \"lost\", \"reason\": \"Too dear\", \"amount\": \"12.50\", \"currency\": \"EUR\"}");
        browser.reads("It would be told of deal desk/D-7");
        browser.reads("Too dear");
        preview("{\"status\": \"lost\"}");
        browser.reads("It cannot be understood");
        workspace.asLeader().get("/v1/deals/desk/D-7").then().statusCode(404);

        var sent = new TestConnection(workspace, idOf("/connections/"), hook);
        sent.send(
                TestConnection.crm().contentType("application/json").header("Authorization", "a long random text"),
                "{\"status\": \"lost\"}");
        sent.settle();
        browser.driver().navigate().refresh();
        browser.press("Read it again");
        browser.reads("not understood");
        browser.isAccessible();
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void aFileIsTriedOutBeforeItIsImportedAndItsRejectedRowsComeBack(@TempDir Path folder) throws IOException {
        TestConnection.create(workspace, "json", "");
        var file = Files.writeString(folder.resolve("closed.csv"), "id,status,amount\n1,lost,10\n,lost,5\n3,lost,-4\n");

        open("imports");
        browser.find(By.name("file")).sendKeys(file.toString());
        browser.press("Try it out first");
        browser.reads("Tried out: done");
        browser.reads("Nothing was written");
        workspace.asLeader().get("/v1/deals/crm/1").then().statusCode(404);

        browser.press("Import it for real");
        browser.find(By.xpath("//*[@data-test='import']/h3[.='done']"));
        browser.reads("All of them as a file");
        var progress = browser.find(By.cssSelector("[data-test=import] progress"));
        assertThat(progress.getDomProperty("value")).isEqualTo("3");
        assertThat(progress.getDomProperty("max")).isEqualTo("3");
        browser.reads("no_deal_id");
        workspace.asLeader().get("/v1/deals/crm/1").then().statusCode(200);
        browser.isAccessible();
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void aTextGetsItsMeaningAfterItsPreviewAndNobodyOverwritesAnother() {
        lose("weird words");
        open("catalog/aliases");
        browser.reads("in 1 lost deal, as the main reason in 1");
        browser.find(By.cssSelector("[data-test=unmapped] summary")).click();
        choose("target", "value_not_seen");
        browser.press("See what it changes");
        browser.reads("1 lost deal says this and is read again");
        browser.reads("Until now it means nothing");
        assertThat(browser.text()).contains("None of your own yet");
        browser.press("Let it mean this");
        browser.reads("Every text that has come has a meaning");
        workspace.asAdmin().get("/v1/aliases").then().body("items[0].target", equalTo("value_not_seen"));
        browser.isAccessible();

        open("catalog/competitors");
        browser.find(By.cssSelector("[aria-label='Change Kestrova']")).click();
        var name = By.cssSelector(".entries [name=label]");
        browser.find(name);
        change("/v1/competitors/kestrova", "{\"label\": \"Kestrova Inc\"}");
        browser.type(name, "Mine");
        browser.press("Save");
        browser.reads("Somebody else has changed this");
        browser.reads("Kestrova Inc");
        assertThat(browser.find(name).getDomProperty("value")).isEqualTo("Kestrova Inc");
        browser.type(name, "Kestrova AG");
        browser.press("Save");
        browser.reads("Saved.");
        workspace.asAdmin().get("/v1/competitors/kestrova").then().body("label", equalTo("Kestrova AG"));
        browser.isAccessible();
        browser.complainedOfNothing(ASKED_WHO, OVERTAKEN);
    }

    @Test
    void anInviteLetsARepInAndEveryPageFitsASmallPhone() {
        open("people");
        browser.press("Make an invite");
        var link = browser.find(By.cssSelector("[data-test=invite]")).getText();
        browser.press("I have it");
        assertThat(browser.text()).contains("open until").doesNotContain(link);
        try (var theirs = Browser.open(Browser.PHONE)) {
            theirs.go(link.substring(link.indexOf("/say")));
            theirs.press("Sign in");
            theirs.press("I have it");
            theirs.find(By.cssSelector("header.top"));
            assertThat(theirs.text()).doesNotContain("Set-up");
        }

        TestConnection.create(workspace, "json", "");
        lose("weird words");
        small();
        for (var page : List.of(
                "connections",
                "connections/new",
                "imports",
                "catalog/reasons",
                "catalog/aliases",
                "catalog/products",
                "catalog/sources",
                "people/invites",
                "people/members",
                "people/keys",
                "people/erasure",
                "settings/workspace",
                "settings/subscriptions",
                "settings/audit")) {
            open(page);
            browser.settled();
            assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(page)
                    .isEqualTo(320L);
            browser.isAccessible();
        }
        browser.complainedOfNothing(ASKED_WHO);
    }

    private void open(String page) {
        browser.go("/#/admin/" + page);
        browser.find(By.cssSelector(".places"));
    }

    private void choose(String field, String value) {
        new Select(browser.find(By.name(field))).selectByValue(value);
    }

    private void preview(String payload) {
        browser.type(By.name("payload"), payload);
        browser.press("What would it become?");
    }

    private String idOf(String before) {
        var address = browser.driver().getCurrentUrl();
        return address.substring(address.indexOf(before) + before.length());
    }

    private void small() {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 320, "height", 640, "deviceScaleFactor", 1, "mobile", true));
    }

    private void lose(String reason) {
        workspace
                .asIntegration()
                .body("""
                        {"source": "crm", "external_id": "1", "closed_on": "2026-03-02", "competitors": ["Kestrova"], "reasons": [{"text": "%s"}]}""".formatted(reason))
                .post("/v1/losses")
                .then()
                .statusCode(201);
    }

    private void change(String path, String body) {
        workspace
                .asAdmin()
                .header("If-Match", "*")
                .body(body)
                .patch(path)
                .then()
                .statusCode(200);
    }
}
