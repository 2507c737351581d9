package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** In, and out again. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SignInTest {

    private static final String ASKED_WHO = "/v1/session - Failed to load resource";

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
    void aKeyLetsInAndScriptsNeverSeeItAgain() {
        browser.signIn("/say", workspace.rep());

        assertThat(browser.driver().executeScript("return document.cookie")).isEqualTo("");
        assertThat(browser.driver().executeScript("return localStorage.length + sessionStorage.length"))
                .isEqualTo(0L);
        browser.go("/say");
        browser.find(By.cssSelector("header.top"));
        browser.signOut();
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void anInviteLetsInAndShowsTheKeyThisOnce() {
        String code = workspace
                .asAdmin()
                .body("{\"role\": \"rep\"}")
                .post("/v1/invites")
                .path("code");

        browser.go("/say#invite=" + code);
        browser.press("Sign in");
        var key = browser.find(By.cssSelector("[data-test=key]")).getText();
        browser.isAccessible();
        browser.press("I have it");
        browser.find(By.cssSelector("header.top"));

        TestWorkspace.as(key).get("/v1/session").then().statusCode(200);
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("invite");
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void whatIsNoKeyIsSaidToBeNone() {
        for (var wrong : List.of("hello", workspace.rep().replace("gsw_", "gsw_x"))) {
            browser.go("/say");
            browser.type(By.id("credential"), wrong);
            browser.press("Sign in");
            browser.find(By.cssSelector("[role=alert]"));
        }
        browser.isAccessible();
    }
}
