package dev.groundswell.pricing;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What discounts would have won back, and win rates by price: as whole curves, in buckets, and by part of the market. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PriceCurvesTest extends PricedDeals {

    @Test
    void aNeededDiscountIsOfOurQuoteAndRatherWhatTheBuyerSaid() {
        var value = ", \"value\": {\"amount\": \"%s\", \"currency\": \"%s\"}";
        lose("2026-03-01", prices("100", "EUR", "95", "EUR"), value.formatted("100.00", "EUR"));
        lose("2026-03-02", prices("100", "EUR", "80", "EUR"), value.formatted("300.00", "EUR"));
        lose(
                "2026-03-03",
                prices("100", "EUR", "99", "EUR")
                        .replace("}}", "}, \"would_have_won\": {\"amount\": \"70\", \"currency\": \"EUR\"}}"),
                value.formatted("50", "USD"));
        lose("2026-03-04", prices("100", "EUR", "110", "EUR"), "");
        lose("2026-03-05", prices("100", "EUR", "50", "USD"), value.formatted("9000", "EUR"));

        price("recovery?" + YEAR)
                .body("interval", nullValue())
                .body("buckets", hasSize(1))
                .body("buckets[0].start", equalTo("2026-01-01"))
                .body("buckets[0].series", hasSize(0))
                .body("buckets[0].recovery.measured.count", equalTo(4))
                .body("buckets[0].recovery.measured.of", equalTo(5))
                .body("buckets[0].recovery.curve", hasSize(14))
                .body("buckets[0].recovery.curve[0].recovered.count", equalTo(1))
                .body("buckets[0].recovery.curve.find { it.discount == 0.05 }.recovered.count", equalTo(2))
                .body("buckets[0].recovery.curve.find { it.discount == 0.05 }.recovered.share", closeTo(0.5, 1e-9))
                .body("buckets[0].recovery.curve.find { it.discount == 0.05 }.value[0].amount", equalTo("100.00"))
                .body("buckets[0].recovery.curve.find { it.discount == 0.05 }.value[0].share", closeTo(0.25, 1e-9))
                .body("buckets[0].recovery.curve.find { it.discount == 0.05 }.value[0].deals", equalTo(1))
                .body("buckets[0].recovery.curve.find { it.discount == 0.05 }.value[1].amount", equalTo("0"))
                .body("buckets[0].recovery.curve.find { it.discount == 0.05 }.value[1].deals", equalTo(0))
                .body("buckets[0].recovery.curve.find { it.discount == 0.2 }.recovered.count", equalTo(3))
                .body("buckets[0].recovery.curve.find { it.discount == 0.25 }.recovered.count", equalTo(3))
                .body("buckets[0].recovery.curve.find { it.discount == 0.3 }.recovered.count", equalTo(4))
                .body("buckets[0].recovery.value[0].amount", equalTo("400.00"))
                .body("buckets[0].recovery.value[0].deals", equalTo(2))
                .body("buckets[0].recovery.converted", nullValue());

        TestRates.give(workspace, "EUR", "USD", "0.92", "2026-01-01");
        price("recovery?" + YEAR)
                .body("buckets[0].recovery.converted.amount", equalTo("446.00"))
                .body("buckets[0].recovery.converted.rates", equalTo(1))
                .body("buckets[0].recovery.converted.missing", hasSize(0));
    }

    @Test
    void aWinRateIsOfDealsWithBothPricesAndOfSourcesThatTellTheirWins() {
        close("lost", "2026-03-31", prices("104", "EUR", "100", "EUR"), "");
        close("won", "2026-04-01", prices("97", "EUR", "100", "EUR"), "");
        close("lost", "2026-04-02", prices("100", "EUR", "100", "EUR"), "");
        close("lost", "2026-04-03", prices("104", "EUR", "100", "EUR"), ", \"outcome\": \"disqualified_by_us\"");
        close("won", "2026-04-04", prices("104", "EUR", "100", "EUR"), "");
        close("won", "2026-04-05", "{}", "");
        close("lost", "2026-04-06", prices("600", "EUR", "100", "EUR"), "");

        price("win_rate?" + YEAR)
                .body("interval", nullValue())
                .body("buckets", hasSize(1))
                .body("buckets[0].series", hasSize(0))
                .body("buckets[0].win_rate.left_out", equalTo(1))
                .body("buckets[0].win_rate.won.count", equalTo(2))
                .body("buckets[0].win_rate.won.of", equalTo(3))
                .body("buckets[0].win_rate.lost.count", equalTo(2))
                .body("buckets[0].win_rate.bins", hasSize(9))
                .body("buckets[0].win_rate.bins.find { it.at_least == 0.95 }.win_rate.share", closeTo(1, 1e-9))
                .body("buckets[0].win_rate.bins.find { it.at_least == 1.0 }.below", closeTo(1.05, 1e-9))
                .body("buckets[0].win_rate.bins.find { it.at_least == 1.0 }.win_rate.count", equalTo(1))
                .body("buckets[0].win_rate.bins.find { it.at_least == 1.0 }.win_rate.of", equalTo(2))
                .body("buckets[0].win_rate.bins[0].win_rate.share", nullValue())
                .body("buckets[0].win_rate.bins[8].win_rate.of", equalTo(1))
                .body("buckets[0].win_rate.bins[8].below", nullValue());
    }

    @Test
    void aCurveInBucketsHasOneForEachKey() {
        var worth = ", \"region\": \"%s\", \"value\": {\"amount\": \"%s\", \"currency\": \"%s\"}";
        lose("2026-02-10", prices("100", "EUR", "95", "EUR"), worth.formatted("EMEA", "100", "EUR"));
        lose("2026-03-10", prices("100", "EUR", "80", "EUR"), worth.formatted("EMEA", "50", "USD"));
        lose("2026-03-11", prices("100", "EUR", "60", "EUR"), worth.formatted("APAC", "70", "USD"));
        lose("2026-03-12", prices("100", "EUR", "99", "EUR"), "");
        lose("2026-08-01", prices("100", "EUR", "99", "USD"), ", \"region\": \"EMEA\"");
        TestRates.give(workspace, "EUR", "USD", "0.5", "2026-03-31");

        price("recovery?interval=quarter&by=region&" + YEAR)
                .body("interval", equalTo("quarter"))
                .body("buckets.start", contains("2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"))
                .body("buckets[0].recovery.measured.of", equalTo(4))
                .body("buckets[0].recovery.curve[1].recovered.count", equalTo(1))
                .body("buckets[0].recovery.value.amount", contains("100", "120"))
                .body("buckets[0].recovery.value.deals", contains(1, 2))
                // the rates of the bucket's last day, which is that of the only rate
                .body("buckets[0].recovery.converted.amount", equalTo("160.00"))
                .body("buckets[0].recovery.converted.rates", equalTo(1))
                .body("buckets[0].series.key", contains("emea", "apac"))
                .body("buckets[0].series.label", contains("EMEA", "APAC"))
                .body("buckets[0].series[0].recovery.measured.count", equalTo(2))
                .body("buckets[0].series[0].recovery.curve.find { it.discount == 0.05 }.recovered.count", equalTo(1))
                .body("buckets[0].series[0].recovery.curve.find { it.discount == 0.2 }.recovered.count", equalTo(2))
                .body("buckets[0].series[0].recovery.converted.amount", equalTo("125.00"))
                .body("buckets[0].series[1].recovery.curve.find { it.discount == 0.4 }.recovered.count", equalTo(1))
                .body("buckets[2].recovery.measured.of", equalTo(1))
                .body("buckets[2].series.key", contains("emea"));
        // in the months before, the dollar has no rate yet
        price("recovery?interval=month&since=2026-01-15&until=2026-03-10")
                .body("buckets.start", contains("2026-01-01", "2026-02-01", "2026-03-01"))
                .body("buckets[1].recovery.converted.amount", equalTo("100.00"))
                .body("buckets[2].recovery.converted.amount", equalTo("25.00"));
        price("recovery?since=2026-01-15&until=2026-03-10")
                .body("buckets.start", contains("2026-01-15"))
                .body("buckets[0].recovery.converted.amount", equalTo("100.00"))
                .body("buckets[0].recovery.converted.missing", contains("USD"));
    }

    @Test
    void whereNothingIsMeasuredNoShareHasAnInterval() {
        lose("2026-05-01", "{}", ", \"product\": \"One\"");

        price("recovery?by=product&" + YEAR)
                .body("buckets[0].series[0].recovery.measured.share_high", greaterThan(0.0))
                .body("buckets[0].series[0].recovery.curve.recovered.share", everyItem(nullValue()))
                .body("buckets[0].series[0].recovery.curve.recovered.share_low", everyItem(nullValue()))
                .body("buckets[0].series[0].recovery.curve.recovered.share_high", everyItem(nullValue()));
        price("recovery?interval=year&since=2025-01-01&until=2026-12-31")
                .body("buckets[0].recovery.measured.share", nullValue())
                .body("buckets[0].recovery.measured.share_low", nullValue())
                .body("buckets[0].recovery.measured.share_high", nullValue());
        price("win_rate?interval=year&" + YEAR)
                .body("buckets[0].win_rate.won.share_low", nullValue())
                .body("buckets[0].win_rate.bins.win_rate.share", everyItem(nullValue()))
                .body("buckets[0].win_rate.bins.win_rate.share_low", everyItem(nullValue()))
                .body("buckets[0].win_rate.bins.win_rate.share_high", everyItem(nullValue()));
    }

    @Test
    void aWinRateInBucketsCountsADealForEachCompetitor() {
        close("won", "2026-02-01", prices("97", "EUR", "100", "EUR"), ", \"competitors\": [\"Zorg\", \"Acme\"]");
        close("lost", "2026-02-02", prices("97", "EUR", "100", "EUR"), ", \"competitors\": [\"Zorg\"]");
        close("lost", "2026-04-01", prices("97", "EUR", "100", "EUR"), "");
        close("lost", "2026-01-31", prices("97", "EUR", "100", "EUR"), ", \"competitors\": [\"Acme\"]");

        price("win_rate?interval=quarter&by=competitor&since=2026-01-01&until=2026-06-30")
                .body("interval", equalTo("quarter"))
                .body("buckets.start", contains("2026-01-01", "2026-04-01"))
                .body("buckets[0].win_rate.left_out", equalTo(1))
                .body("buckets[0].win_rate.bins.find { it.at_least == 0.95 }.win_rate.of", equalTo(2))
                .body("buckets[0].series.key", contains("acme", "zorg"))
                .body("buckets[0].series[0].win_rate.left_out", equalTo(1))
                .body("buckets[0].series[0].win_rate.bins.find { it.at_least == 0.95 }.win_rate.of", equalTo(1))
                .body(
                        "buckets[0].series[1].win_rate.bins.find { it.at_least == 0.95 }.win_rate.share",
                        closeTo(0.5, 1e-9))
                .body(
                        "buckets[0].series[1].win_rate.bins.find { it.at_least == 0.95 }.win_rate.share_low",
                        lessThan(0.5))
                .body("buckets[1].win_rate.lost.count", equalTo(1))
                .body("buckets[1].series", hasSize(0));
        for (var by : new String[] {"product", "segment", "region", "source"}) {
            price("win_rate?by=%s&%s".formatted(by, YEAR));
            price("recovery?by=%s&%s".formatted(by, YEAR));
        }
    }
}
