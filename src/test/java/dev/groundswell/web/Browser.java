package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's browser, with nobody's cookies. */
final class Browser implements AutoCloseable {

    /** A phone's screen, and a desk's. */
    static final Dimension PHONE = new Dimension(390, 844);

    static final Dimension DESK = new Dimension(1280, 900);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path PICTURES = Path.of("target", "pictures");

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
    void screen(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
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

    WebElement find(By where) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(where));
    }

    /** Waits until the page says this. */
    void reads(String text) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void press(String button) {
        wait.until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//button[normalize-space()=\"%s\"]".formatted(button))))
                .click();
    }

    void follow(String link) {
        wait.until(ExpectedConditions.elementToBeClickable(By.linkText(link))).click();
    }

    void type(By where, String text) {
        var field = find(where);
        field.clear();
        field.sendKeys(text);
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
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
