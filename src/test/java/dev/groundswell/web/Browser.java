package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's browser, with nobody's cookies. */
final class Browser implements AutoCloseable {

    /** A phone's screen, and a desk's. */
    static final Dimension PHONE = new Dimension(390, 844);

    static final Dimension DESK = new Dimension(1280, 900);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "pictures");

    /** Where pictures go that the documentation shows; {@code -Dgroundswell.pictures=docs/pictures} makes them anew. */
    private static final Path SHOWN = Path.of(System.getProperty("groundswell.pictures", PICTURES.toString()));

    private final ChromeDriver driver;
    private final WebDriverWait wait;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        this.wait = new WebDriverWait(driver, PATIENCE);
    }

    static Browser open(Dimension screen) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(ChromiumAtHand.BROWSER.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en-GB");
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(ChromiumAtHand.DRIVER.toFile())
                .build();
        var browser = new Browser(new ChromeDriver(service, options));
        browser.resize(screen);
        return browser;
    }

    void resize(Dimension screen) {
        driver.manage().window().setSize(screen);
    }

    /** As if the reader had chosen dark colours. */
    void dark() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    /** Of this width, be it narrower than a window can be, or wider than any screen here. */
    void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** On {@code localhost}, where browsers take the cookie without HTTPS. */
    void go(String path) {
        driver.get("http://localhost:" + RestAssured.port + path);
    }

    void signIn(String path, String key) {
        go(path);
        type(By.id("credential"), key);
        press("Sign in");
        find(By.cssSelector("header.top"));
    }

    /** The page is loaded anew for it, and with it what somebody typed is gone. */
    void signOut() {
        driver.executeScript("window.isOld = true");
        press("Sign out");
        // a script that runs while the page goes is ended with it
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(page -> driver.executeScript("return window.isOld") == null);
        find(By.id("credential"));
    }

    WebElement find(By where) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(where));
    }

    /** Waits until this is the title of the window. */
    void isCalled(String title) {
        wait.until(ExpectedConditions.titleIs(title));
    }

    /** Waits until the page says this. */
    void reads(String text) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    /** Waits until the page no longer says this. */
    void vanishes(String text) {
        wait.until(
                ExpectedConditions.not(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text)));
    }

    /** Waits until nothing on the page is still on its way. */
    void settled() {
        wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(".waiting, [aria-busy=true]"), 0));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void press(String button) {
        click(By.xpath("//button[normalize-space()=\"%s\"]".formatted(button)));
    }

    /** A radio button or a checkbox, by the words beside it. */
    void choose(String label) {
        click(By.xpath("//label[contains(normalize-space(), \"%s\")]".formatted(label)));
    }

    /** What is folded away behind these words. */
    void unfold(String summary) {
        click(By.xpath("//summary[starts-with(normalize-space(), \"%s\")]".formatted(summary)));
    }

    void select(String id, String option) {
        new Select(find(By.id(id))).selectByVisibleText(option);
    }

    /** On the menu, too, where there is so little room that it is folded away. */
    void follow(String link) {
        var inMenu = By.xpath("//nav[@id='pages' and @class='folded']/a[.='%s']".formatted(link));
        if (driver.findElements(inMenu).stream().anyMatch(each -> !each.isDisplayed())) {
            click(By.className("fold"));
        }
        click(By.linkText(link));
    }

    /** Out from under whatever sticks to the window's edge. */
    private void click(By where) {
        var target = wait.until(ExpectedConditions.elementToBeClickable(where));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
        target.click();
    }

    /** Into a field for dates, whatever the order in which this machine types them. */
    void day(String id, LocalDate day) {
        driver.executeScript("""
                arguments[0].value = arguments[1];
                arguments[0].dispatchEvent(new Event('change', {bubbles: true}))""", find(By.id(id)), day.toString());
    }

    void type(By where, String text) {
        var field = find(where);
        field.clear();
        field.sendKeys(text);
    }

    String value(String id) {
        return find(By.id(id)).getDomProperty("value");
    }

    /** Nothing is reached until it is told otherwise. */
    void isOffline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** The next request arrives, and its answer does not. */
    void losesTheNextAnswer() {
        driver.executeScript("""
                const whole = window.fetch;
                window.fetch = async (...asked) => {
                  window.fetch = whole;
                  await whole(...asked);
                  throw new TypeError('lost on the way');
                };""");
    }

    /** The session ends behind the page's back. */
    void forgetsWhoIsHere() {
        driver.manage().deleteAllCookies();
    }

    /** At the width of the smallest screens, which no window of a desk has. */
    void fits(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 700, "deviceScaleFactor", 1, "mobile", true));
        assertThat(driver.executeScript("return [innerWidth, document.documentElement.scrollWidth]"))
                .isEqualTo(List.of((long) width, (long) width));
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    ChromeDriver driver() {
        return driver;
    }

    /** No finding of axe-core that is serious or worse. */
    void isAccessible() {
        var findings = new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .filter(finding -> Set.of("serious", "critical").contains(finding.getImpact()))
                        .map(finding -> finding.getId() + ": " + finding.getNodes())
                        .toList();
        assertThat(findings).isEmpty();
    }

    /**
     * Nothing in the console that is an error, but what the network says of answers that a page expects, such as the 401
     * that leads to the way in.
     */
    void complainedOfNothing(String... expected) {
        var errors = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(Object::toString)
                .filter(entry -> List.of(expected).stream().noneMatch(entry::contains))
                .toList();
        assertThat(errors).isEmpty();
    }

    void picture(String name) throws IOException {
        picture(PICTURES, name);
    }

    /** One that the documentation shows. */
    void shown(String name) throws IOException {
        picture(SHOWN, name);
    }

    private void picture(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
