package dev.groundswell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** What leaders arrive at, and how they answer it. */
@InBrowser
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LeadTest {

    private static final String ASKED_WHO = "/v1/session - Failed to load resource";

    /** Web Vitals call a quarter of it good; a build machine may be busy, and what it took is printed. */
    private static final long LATE_PAINT = 10_000;

    private TestWorkspace workspace;
    private Browser browser;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
        browser = Browser.open(Browser.DESK);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whatIsNewIsReadFirstAndAnsweredWithOneClick() throws IOException {
        var signal = TestMarket.ofASignal(workspace);
        TestField.of(workspace, 5).surfaceNow(0, "The approval of discounts takes a week");
        var sentence =
                workspace.asLeader().get("/v1/signals/" + signal).jsonPath().getString("sentence");

        browser.signIn("/", workspace.leader());
        browser.go("/");
        browser.reads(sentence);
        System.out.println("first meaningful paint: " + paintedAfter() + " ms");
        assertThat(paintedAfter()).isLessThan(LATE_PAINT);
        assertThat(scripts().toString()).doesNotContain("echarts");
        assertThat(browser.find(By.cssSelector("[data-test=due]")).getText())
                .contains(sentence)
                .contains("The approval of discounts takes a week");
        browser.isAccessible();
        browser.picture("briefing");

        browser.follow(sentence);
        browser.find(By.cssSelector("[data-figure^=signal] canvas"));
        browser.isAccessible();
        browser.picture("signal");
        browser.press("Investigating");
        browser.find(By.cssSelector("[data-test=answers]"));
        workspace
                .asLeader()
                .get("/v1/signals/" + signal)
                .then()
                .body("state", equalTo("answered"))
                .body("responses.kind", contains("investigating"));

        browser.go("/#/field/concerns");
        browser.reads("The approval of discounts takes a week");
        browser.press("Dispute it …");
        browser.isAccessible();
        browser.type(By.cssSelector("[data-test=concern] textarea"), "You are right, we will let regions decide.");
        browser.press("We were wrong");
        browser.find(By.cssSelector("[data-test=answers]"));
        workspace
                .asRep()
                .get("/v1/concerns")
                .then()
                .body("items[0].responses.words", contains("You are right, we will let regions decide."));
        browser.follow("Briefing");
        browser.reads("“%s” was the reason".formatted("Product gap"));
        assertThat(browser.find(By.cssSelector("[data-test=due]")).getText())
                .doesNotContain(sentence)
                .doesNotContain("The approval of discounts");

        browser.signOut();
        browser.signIn("/", workspace.rep());
        browser.go("/#/signals/" + signal);
        browser.find(By.cssSelector("[data-test=answers]"));
        assertThat(browser.driver().findElements(By.cssSelector("[data-test=answer]")))
                .isEmpty();
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void aDisputeTakesEvidenceAndAScanCanBeAskedFor() {
        TestField.of(workspace, 5).surfaceNow(0, "The approval of discounts takes a week");
        browser.signIn("/", workspace.leader());
        browser.go("/#/field/concerns");
        browser.press("Dispute it …");
        browser.press("Disputed");
        assertThat(browser.driver().findElements(By.cssSelector("[data-test=answers]")))
                .isEmpty();
        browser.type(
                By.cssSelector("[data-test=concern] form textarea"), "Half of them were approved on the same day.");
        browser.type(By.cssSelector("[data-test=concern] input[type=url]"), "https://wiki.example.com/approvals");
        browser.press("Disputed");
        browser.find(By.cssSelector("[data-test=answers]"));
        browser.reads("Half of them were approved on the same day.");
        browser.isAccessible();
        workspace
                .asRep()
                .get("/v1/concerns")
                .then()
                .body("items[0].responses.kind", contains("disputed"))
                .body("items[0].responses.evidence.link", contains("https://wiki.example.com/approvals"));

        browser.follow("Signals");
        browser.reads("has not been looked at yet");
        browser.press("Look again now");
        browser.reads("comparisons: 0 are signals");
        browser.isAccessible();
        workspace.asLeader().get("/v1/signals/scan").then().statusCode(200);
        browser.complainedOfNothing(ASKED_WHO);
    }

    @Test
    void wordsThatNobodyHasMappedAreMappedByAnAdmin() {
        workspace
                .asIntegration()
                .body("""
                        {"state": "lost", "closed_on": "%s", "reasons": [{"text": "Went sideways"}]}""".formatted(LocalDate.now(ZoneOffset.UTC)))
                .put("/v1/deals/crm/odd-1")
                .then()
                .statusCode(201);

        browser.signIn("/", workspace.leader());
        browser.go("/#/unmapped");
        browser.reads("Went sideways");
        browser.reads("Ask an admin");
        browser.signOut();
        browser.signIn("/", workspace.admin());
        browser.go("/#/unmapped");
        browser.unfold("Say what it means");
        new Select(browser.find(By.cssSelector("[data-test=unmapped] [name=target]")))
                .selectByVisibleText("Timing or priority");
        browser.press("See what it changes");
        browser.reads("1 lost deal says this and is read again");
        browser.isAccessible();
        browser.press("Let it mean this");
        browser.reads("Every reason that was told is understood.");
        workspace.asAdmin().get("/v1/aliases").then().body("items.target", contains("timing_priority"));
        browser.complainedOfNothing(ASKED_WHO);
    }

    /** When the largest of what is seen first was painted, in milliseconds after the page was asked for. */
    private long paintedAfter() {
        return ((Number) browser.driver().executeScript("""
                return new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
                    .observe({type: 'largest-contentful-paint', buffered: true}))""")).longValue();
    }

    private List<?> scripts() {
        return (List<?>) browser.driver()
                .executeScript("return performance.getEntriesByType('resource').map(each => each.name)");
    }
}
