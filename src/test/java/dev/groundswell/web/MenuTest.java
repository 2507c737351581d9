package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The way between pages, with a thumb and by keyboard. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MenuTest {

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.open(Browser.DESK);
        browser.signIn("/", TestWorkspace.create().admin());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void foldsAwayWhereThereIsLittleRoom() throws IOException {
        assertThat(pages().isDisplayed()).isTrue();
        browser.screen(320, 640);
        assertThat(pages().isDisplayed()).isFalse();
        assertThat(browser.find(By.cssSelector("header.top")).getSize().getHeight())
                .isLessThan(80);

        var menu = browser.find(By.className("fold"));
        menu.sendKeys(Keys.ENTER);
        assertThat(pages().isDisplayed()).isTrue();
        browser.isAccessible();
        browser.picture("menu-320");
        menu.sendKeys(Keys.TAB);
        focused().sendKeys(Keys.ESCAPE);
        assertThat(pages().isDisplayed()).isFalse();
        assertThat(focused()).isEqualTo(menu);

        browser.follow("Signals");
        browser.find(By.xpath("//h1[.='Signals']"));
        assertThat(pages().isDisplayed()).isFalse();
        browser.find(By.cssSelector("main:focus"));
    }

    @Test
    void theWindowIsCalledAfterWhatItShows() {
        browser.reads("What is new");
        browser.isCalled("Briefing – Groundswell");
        browser.follow("Market");
        browser.follow("Prices");
        browser.isCalled("Prices – Market – Groundswell");
        browser.follow("Set-up");
        browser.follow("Catalog");
        browser.follow("Aliases");
        browser.isCalled("Aliases – Catalog – Set-up – Groundswell");
        browser.signOut();
        browser.isCalled("Sign in – Groundswell");
    }

    private WebElement pages() {
        return browser.driver().findElement(By.id("pages"));
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }
}
