package dev.groundswell.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.signal.TestMarket.Losses;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a signal is told, and how long it holds. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LastingTest {

    private static final int SELLERS = 12;
    private static final Losses USUAL = Losses.of(SELLERS, 10, place -> place < 2);
    private static final Losses DEARER = Losses.of(SELLERS, 10, place -> place < 5);

    @Test
    void aMonthIsScannedOnceItsDaysOfGraceAreOver() {
        var market = new TestMarket().before(6, USUAL).inPeriod(DEARER).tell();
        market.scanOn(TestMarket.period().plusMonths(1).atDay(Scanning.GRACE_DAYS));
        isScanned(market, TestMarket.period().minusMonths(1).toString());
        open(market, 0);

        market.scanOn(TestMarket.period().plusMonths(1).atDay(Scanning.GRACE_DAYS + 1));
        isScanned(market, TestMarket.period().toString());
        open(market, 2);
    }

    @Test
    void whatDriftsIsToldOnceAndHoldsAsLongAsItDrifts() {
        // one seller more a month hears of price in three deals of ten rather than in two
        var market = new TestMarket();
        for (int ago = 23; ago >= -2; ago--) {
            int dearer = Math.min(SELLERS, Math.max(0, 12 - ago));
            market.in(TestMarket.period().minusMonths(ago), Losses.of(dearer, 10, place -> place < 3));
            market.in(
                    TestMarket.period().minusMonths(ago),
                    Losses.of(SELLERS - dearer, 10, place -> place < 2).from(dearer));
        }
        market.tell();
        market.scanAfter(-4);
        market.workspace().asLeader().get("/v1/signals").then().body("items", empty());

        market.scanAfter(-3);
        var told = drifts(market);
        assertThat(told)
                .hasSize(2)
                .allMatch(drift -> "cusum".equals(drift.get("test")) && "open".equals(drift.get("state")));
        for (int month = -2; month <= 2; month++) {
            market.scanAfter(month);
            assertThat(drifts(market)).isEqualTo(told);
        }
    }

    @Test
    void aPartOfTheMarketIsNoNewsWhileTheWholeOfItIsTold() {
        var loud = scanned(twoRegions(5));
        assertThat(risesOfPriceIn(loud, "EMEA")).isZero();

        var quiet = scanned(twoRegions(2));
        assertThat(risesOfPriceIn(quiet, "EMEA")).isOne();
    }

    private static TestMarket scanned(TestMarket market) {
        market.scanAfter(0);
        market.scanAfter(1);
        return market;
    }

    /** In the period so many of ten deals are lost for price everywhere; in the month after it in one region alone. */
    private static TestMarket twoRegions(int ofTen) {
        var after = TestMarket.period().plusMonths(1);
        return new TestMarket()
                .before(6, inEmea(2))
                .before(6, inApac(2))
                .inPeriod(inEmea(ofTen))
                .inPeriod(inApac(ofTen))
                .in(after, inEmea(5))
                .in(after, inApac(0))
                .tell();
    }

    private static Losses inEmea(int ofTen) {
        return Losses.of(SELLERS, 10, place -> place < ofTen).with("\"region\": \"EMEA\"");
    }

    private static Losses inApac(int ofTen) {
        return Losses.of(SELLERS, 10, place -> place < ofTen).from(SELLERS).with("\"region\": \"APAC\"");
    }

    private static long risesOfPriceIn(TestMarket market, String region) {
        List<Map<String, ?>> found = market.workspace()
                .asLeader()
                .get("/v1/signals?limit=100")
                .path("items.findAll { it.key == 'price_level' && it.direction == 'rise' && it.part?.label == '"
                        + region + "' }");
        return found.size();
    }

    private static List<Map<String, ?>> drifts(TestMarket market) {
        return market.workspace().asLeader().get("/v1/signals?limit=100").path("items");
    }

    private static void isScanned(TestMarket market, String period) {
        market.workspace().asLeader().get("/v1/signals/scan").then().body("period", equalTo(period));
    }

    private static void open(TestMarket market, int reasons) {
        List<Map<String, ?>> items = market.workspace()
                .asLeader()
                .get("/v1/signals?state=open&limit=100")
                .path("items");
        assertThat(items)
                .filteredOn(signal -> "reason".equals(signal.get("kind")))
                .hasSize(reasons);
    }
}
