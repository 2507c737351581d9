package dev.groundswell.signal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.signal.TestMarket.Losses;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a signal, and what is none. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SignalTest {

    /** Ten a month each, two of them for price. */
    private static final Losses USUAL = Losses.of(12, 10, place -> place < 2);

    private static final Losses DEARER = Losses.of(12, 10, place -> place < 5);

    @Test
    void whatTheSameSellersHearMoreOftenIsASignal() {
        var market = new TestMarket().before(6, USUAL).inPeriod(DEARER).tell();
        market.scan().body("changed", equalTo(8));
        signals(market, "reason")
                .body("items.size()", equalTo(2))
                .body("items.find { it.direction == 'fall' }.key", equalTo("product_gap"))
                .body("items.find { it.direction == 'rise' }.parts.dimension", contains("source"))
                .body("items.find { it.key == 'price_level' }.now.value", equalTo(0.5f))
                .body("items.find { it.key == 'price_level' }.before.value", equalTo(0.2f))
                .body("items.find { it.key == 'price_level' }.sellers", equalTo(12))
                .body("items.find { it.key == 'price_level' }.moving", nullValue())
                .body(
                        "items.find { it.key == 'price_level' }.sentence",
                        containsString(
                                "30 points more among the same sellers, and so with more than nine in ten of the 12"))
                .body("items.find { it.key == 'price_level' }.series.size()", equalTo(7));
    }

    private static ValidatableResponse signals(TestMarket market, String kind) {
        return market.workspace()
                .asLeader()
                .get("/v1/signals?limit=100")
                .then()
                .statusCode(200)
                .body("items.kind", hasItem(kind));
    }

    @Test
    void whoSoldThisMonthIsNone() {
        var market = new TestMarket();
        // half of the sellers hear of nothing but price, the others never; in the period the former sell three times as
        // much
        for (int i = 6; i >= 0; i--) {
            var month = TestMarket.period().minusMonths(i);
            int times = i == 0 ? 15 : 5;
            market.in(month, Losses.of(6, times, place -> place % 10 < 9));
            market.in(month, Losses.of(12, 5, place -> false).from(6));
        }
        market.tell().scan().body("changed", equalTo(0)).body("no_change", not(equalTo(0)));
        none(market);
    }

    @Test
    void oneLoudSellerIsNone() {
        var market = new TestMarket().before(6, USUAL).inPeriod(USUAL);
        market.inPeriod(Losses.of(1, 60, place -> true)).tell();
        market.scan().body("changed", equalTo(0));
        none(market);
    }

    @Test
    void ofFourSellersThereIsNotEnoughEvidence() {
        var market = new TestMarket()
                .before(6, Losses.of(4, 10, place -> place < 2))
                .inPeriod(Losses.of(4, 10, place -> place < 6))
                .tell();
        market.scan()
                .body("changed", equalTo(0))
                .body("no_change", equalTo(0))
                .body("not_enough_evidence.find { !it.part && it.kind == 'reason' }.missing.what", contains("sellers"))
                .body(
                        "not_enough_evidence.find { !it.part && it.kind == 'reason' }.missing.have",
                        contains(nullValue()))
                .body("not_enough_evidence.find { !it.part && it.kind == 'reason' }.missing.need", contains(5))
                .body("indications.find { !it.part && it.key == 'price_level' }.direction", equalTo("rise"));
        none(market);
    }

    @Test
    void withoutDealsThereIsNotEnoughEvidenceEither() {
        var market = new TestMarket();
        market.workspace().asLeader().get("/v1/signals/scan").then().body("looked", equalTo(0));
        market.scan().body("not_enough_evidence.size()", equalTo(1));
        market.workspace()
                .asRep()
                .get("/v1/signals/scan")
                .then()
                .statusCode(200)
                .body("looked", equalTo(0));
    }

    @Test
    void itFiresOnceAndClearsAfterTwoQuietPeriods() {
        var market = new TestMarket().before(6, USUAL).inPeriod(DEARER).tell();
        market.scanAfter(0);
        market.scan();
        int found = signals(market, "reason").extract().<List<?>>path("items").size();
        market.scanAfter(1);
        signals(market, "reason").body("items.state", hasItem("open")).body("items.size()", equalTo(found));
        market.scanAfter(2);
        signals(market, "reason").body("items.state", not(hasItem("open")));
        market.workspace().asLeader().get("/v1/signals?state=open").then().body("items", empty());
    }

    private static void none(TestMarket market) {
        market.workspace().asLeader().get("/v1/signals").then().statusCode(200).body("items", empty());
    }
}
