package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Charts of the market and of the field, and whatever stands behind them. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MarketPagesTest {

    private static final String ASKED_WHO = "/v1/session - Failed to load resource";

    private TestWorkspace workspace;
    private Browser browser;
    private Figures figures;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
        browser = Browser.open(Browser.DESK);
        figures = new Figures(browser.driver());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everyChartHasItsTableItsFileAndItsCall() throws IOException {
        soldFor("platform", 14, "price_level", 12);
        soldFor("portal", 6, "product_gap", 3);

        browser.signIn("/", workspace.leader());
        browser.go("/#/market");
        browser.find(By.cssSelector("[data-figure=mix-reasons] canvas"));
        browser.find(By.cssSelector("[data-filter=product] summary")).click();
        browser.find(By.xpath("//label[contains(., 'platform')]/input")).click();
        browser.reads("100% of 14 lost deals");

        assertThat(browser.driver().getCurrentUrl()).endsWith("/#/market?product=platform");
        browser.find(By.cssSelector("[data-figure=mix-reasons] summary")).click();
        assertThat(figures.table("mix-reasons")).isEqualTo(trendOf("platform"));
        assertThat(figures.file(figures.link("mix-reasons", "Download as CSV")))
                .isEqualToNormalizingNewlines(workspace
                        .asLeader()
                        .get("/v1/trends/reasons.csv?product=platform")
                        .asString());
        assertThat(figures.link("mix-reasons", "The API call behind it"))
                .endsWith("/v1/trends/reasons?product=platform");
        browser.isAccessible();
        browser.picture("market");

        browser.follow("Prices");
        for (var figure : List.of("price-gaps", "recovery", "price-wins", "claims")) {
            browser.driver()
                    .executeScript(
                            "arguments[0].scrollIntoView()",
                            browser.find(By.cssSelector("[data-figure=%s]".formatted(figure))));
            browser.find(By.cssSelector("[data-figure=%s] canvas".formatted(figure)));
        }
        assertThat(figures.made("claims"))
                .startsWith("Period,Cite price,We were dearer,")
                .contains(",14,14,14,1,");
        browser.dark();
        browser.isAccessible();
        browser.picture("prices-dark");
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void theSpanAndItsBucketsAreChosenAndAreInTheAddress() {
        soldFor("platform", 3, "price_level", 2);
        workspace
                .asAdmin()
                .header("If-Match", "*")
                .body("{\"wins_complete_since\": \"2020-01-01\"}")
                .patch("/v1/sources/crm")
                .then()
                .statusCode(200);
        browser.signIn("/", workspace.leader());
        browser.go("/#/market/rivals");
        browser.reads("We won 40%");
        browser.reads("between 12% and 77%");
        var year = today().getYear();
        browser.day("since", LocalDate.of(year, 1, 1));
        browser.day("until", today());
        browser.select("interval", "quarter");
        browser.reads("(between 12% and 77%): 2 won, 3 lost");
        assertThat(browser.driver().getCurrentUrl())
                .contains("since=" + year + "-01-01", "until=" + today(), "interval=quarter");
        assertThat(figures.link("win-rate", "The API call behind it"))
                .contains("interval=quarter", "since=" + year + "-01-01");
        assertThat(figures.table("win-rate"))
                .hasSize(today().get(IsoFields.QUARTER_OF_YEAR))
                .last()
                .isEqualTo(List.of("40%", "11.8%", "76.9%"));

        browser.day("until", LocalDate.of(year - 1, 12, 31));
        browser.find(By.cssSelector("[role=alert]"));
        browser.follow("Clear all");
        browser.reads("We won 40%");
        browser.isAccessible();
    }

    @Test
    void whatTheFieldSaysStandsBesideWhatTheCrmSays() throws IOException {
        var field = TestField.of(workspace, 16);
        soldFor("platform", 12, "price_level", 0);
        soldFor("portal", 6, "product_gap", 0);
        field.say(0, 6, "price_level");
        field.say(6, 5, "product_gap");
        field.say(11, 5, "timing_priority");
        field.sealPeriod();

        browser.signIn("/", workspace.leader());
        // on the last day of the period it would be told already
        browser.go("/#/market/field?until=" + endOfPeriod().minusDays(1));
        browser.reads("at least k=5 are needed");
        browser.go("/#/market/field?until=" + endOfPeriod());
        browser.find(By.cssSelector("[data-figure=candour] canvas"));
        browser.reads("more often than it is");
        browser.isAccessible();
        browser.picture("field");

        browser.go("/#/field/releases");
        browser.find(By.cssSelector("[data-figure=release-reason_groups] canvas"));
        browser.press("Acted");
        browser.reads("We have changed something because of this.");
        browser.isAccessible();

        browser.follow("Questions");
        browser.type(By.id("ask-words"), "What would have helped most?");
        browser.type(By.id("ask-options"), "A lower price\nA reference\nMore time");
        browser.press("Ask");
        browser.find(By.cssSelector("[data-test=question]"));
        field.answer(0, "A reference").statusCode(201);
        for (int rep = 1; rep < 16; rep++) {
            field.answer(rep, rep < 8 ? "A reference" : "More time");
        }
        field.questionCloses();
        browser.driver().navigate().refresh();
        browser.find(By.cssSelector("[data-figure^=question] canvas"));
        browser.reads("A reference: 50%.");
        browser.isAccessible();
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void pagesFitWhateverScreenThereIs() {
        TestMarket.ofASignal(workspace);
        soldFor("platform", 8, "price_level", 8);
        browser.signIn("/", workspace.leader());
        for (int width : List.of(320, 3840)) {
            browser.screen(width, 900);
            for (var page : List.of(
                    "briefing", "market", "market/rivals", "market/prices", "signals", "field/questions", "unmapped")) {
                browser.go("/#/" + page);
                browser.find(By.cssSelector("h1"));
                browser.reads(page.startsWith("market") ? "The API call behind it" : "Sign out");
                assertThat(browser.driver().executeScript("return [innerWidth, document.documentElement.scrollWidth]"))
                        .as(page)
                        .isEqualTo(List.of((long) width, (long) width));
            }
        }
        browser.complainedOfNothing(ASKED_WHO);
    }

    /** Deals that were lost for this reason, and some that were won, with both prices. */
    private void soldFor(String product, int lost, String reason, int won) {
        for (int i = 0; i < lost + won; i++) {
            boolean isLost = i < lost;
            workspace
                    .asIntegration()
                    .body("""
                            {"state": "%s", "closed_on": "%s", "product": "%s", "competitors": ["Kestrova"],
                             "reasons": [%s], "value": {"amount": "1000.00", "currency": "EUR"},
                             "prices": {"quoted": {"amount": "%d", "currency": "EUR"},
                                        "competitor": {"amount": "1000", "currency": "EUR"}}}""".formatted(
                                    isLost ? "lost" : "won",
                                    today(),
                                    product,
                                    isLost ? "{\"code\": \"" + reason + "\"}" : "",
                                    isLost ? 1040 + 10 * i : 900 + 10 * i))
                    .put("/v1/deals/crm/%s-%d".formatted(product, i))
                    .then()
                    .statusCode(201);
        }
    }

    /** Label, lost deals and share, of each bucket and key that the API answers. */
    private List<List<String>> trendOf(String product) {
        List<Map<String, Object>> series = workspace
                .asLeader()
                .get("/v1/trends/reasons?product=" + product)
                .path("buckets.series.flatten()");
        return series.stream()
                .map(each -> List.of(
                        String.valueOf(each.get("label")),
                        String.valueOf(each.get("lost")),
                        Math.round(((Number) each.get("share")).doubleValue() * 100) + "%"))
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static LocalDate endOfPeriod() {
        return today().with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
    }
}
