package dev.groundswell.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.Rates;
import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the arithmetic, whatever was lost and won. */
class PlainPricesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final Rates RATES =
            new Rates("EUR", List.of(new Rates.Rate("USD", DAY.minusYears(1), new BigDecimal("0.9"))));

    private static final PriceQuestion QUESTION = new PriceQuestion(
            LocalDate.of(2026, 1, 1),
            DAY,
            Interval.month,
            By.source,
            new MarketFilter.Ids(null, null, null, null, null),
            true,
            new Glossary(1, List.of(), List.of(), List.of(), List.of()));

    @Property
    void aLargerDiscountNeverWinsLess(@ForAll("losses") List<RecoveryCell> losses) {
        RecoveryView.Step before = null;
        for (var step : recovery(losses).curve()) {
            if (before != null) {
                assertThat(step.discount()).isGreaterThan(before.discount());
                assertThat(step.recovered().count())
                        .isGreaterThanOrEqualTo(before.recovered().count());
                for (int i = 0; i < step.value().size(); i++) {
                    assertThat(new BigDecimal(step.value().get(i).amount()))
                            .isGreaterThanOrEqualTo(
                                    new BigDecimal(before.value().get(i).amount()));
                }
            }
            before = step;
        }
    }

    @Property
    void noPartIsMoreThanTheWholeAndNoCurrencyIsMixedIn(@ForAll("losses") List<RecoveryCell> losses) {
        var view = recovery(losses);
        assertThat(view.measured().of())
                .isEqualTo(losses.stream().mapToLong(RecoveryCell::deals).sum());
        for (var step : view.curve()) {
            assertHolds(step.recovered());
            assertThat(step.recovered().of()).isEqualTo(view.measured().count());
            assertThat(step.value())
                    .extracting(RecoveryView.Value::currency)
                    .doesNotHaveDuplicates()
                    .isSubsetOf("EUR", "USD", "GBP");
            for (var value : step.value()) {
                assertThat(new BigDecimal(value.amount())).isLessThanOrEqualTo(new BigDecimal(value.of()));
                assertThat(value.of()).isEqualTo(sum(losses, value.currency()).toPlainString());
                assertThat(value.deals()).isBetween(0L, step.recovered().count());
                assertThat(value.share() == null || (value.share() >= 0 && value.share() <= 1))
                        .isTrue();
            }
        }
    }

    @Property
    void whatHasNoRateIsNamedAndLeftOut(@ForAll("losses") List<RecoveryCell> losses) {
        var view = recovery(losses);
        var euros = sum(losses, "EUR").add(sum(losses, "USD").multiply(new BigDecimal("0.9")));
        if (view.converted() != null) {
            assertThat(new BigDecimal(view.converted().amount())).isEqualByComparingTo(euros);
            assertThat(view.converted().missing().contains("GBP"))
                    .isEqualTo(
                            view.value().stream().anyMatch(sum -> sum.currency().equals("GBP")));
        } else {
            assertThat(euros).isZero();
        }
        assertThat(RecoveryView.of(new RecoveryCurve(losses), Rates.none(), DAY).converted())
                .isNull();
    }

    @Example
    void withoutAnIntervalAllDaysAreOneBucketAtTheRatesOfTheLast() {
        var whole = PriceQuestion.of(QUESTION.since(), DAY.minusDays(5), QUESTION.filter(), QUESTION.glossary());

        assertThat(whole.starts()).containsExactly(QUESTION.since());
        assertThat(whole.lastDay(QUESTION.since())).isEqualTo(DAY.minusDays(5));
        assertThat(QUESTION.starts())
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
        assertThat(QUESTION.lastDay(LocalDate.of(2026, 2, 1))).isEqualTo("2026-02-28");
    }

    @Property
    void winsAndLossesAddUp(@ForAll("closed") List<WinCell> closed) {
        var view = wins(closed);
        assertThat(view.bins()).hasSize(WinRates.EDGES.size() + 1).allSatisfy(bin -> assertHolds(bin.winRate()));
        assertHolds(view.won());
        assertHolds(view.lost());
        assertThat(view.bins().stream().mapToLong(bin -> bin.winRate().count()).sum())
                .isEqualTo(view.won().count());
        assertThat(view.bins().stream().mapToLong(bin -> bin.winRate().of()).sum())
                .isEqualTo(view.won().count() + view.lost().count());
        assertThat(view.won().of() + view.lost().of() + view.leftOut())
                .isEqualTo(closed.stream().mapToLong(WinCell::deals).sum());
    }

    @Property
    void everyCitedLossIsSupportedContradictedOrUnmeasured(@ForAll("cells") Map<Place, GapCell> cells) {
        var buckets =
                Bucket.of(QUESTION, asked -> asked.by() == null ? wholes(cells) : cells, GapCell.NONE, GapCell::lost);
        assertThat(buckets).extracting(Bucket::start).hasSize(3).isSorted();
        for (var bucket : buckets) {
            var claim = ClaimView.of(bucket.whole());
            assertThat(claim.supported().count()
                            + claim.contradicted().count()
                            + claim.unmeasured().count())
                    .isEqualTo(claim.cited());
            assertHolds(claim.supported());
            assertHolds(claim.unmeasured());
            assertHolds(GapView.of(bucket.whole()).measured());
            assertThat(bucket.series().stream()
                            .mapToLong(each -> each.cell().lost())
                            .sum())
                    .isEqualTo(claim.cited());
        }
    }

    @Property
    void theOrderOfDealsDoesNotMatter(
            @ForAll("losses") List<RecoveryCell> losses,
            @ForAll("closed") List<WinCell> closed,
            @ForAll Random random) {
        assertThat(recovery(shuffled(losses, random))).isEqualTo(recovery(losses));
        assertThat(wins(shuffled(closed, random))).isEqualTo(wins(closed));
    }

    @Provide
    Arbitrary<List<RecoveryCell>> losses() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, RecoveryCurve.DISCOUNTS.size())
                                .injectNull(0.2),
                        Arbitraries.of("EUR", "USD", "GBP").injectNull(0.2),
                        Arbitraries.longs().between(1, 1000),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((reached, currency, deals, value) ->
                        new RecoveryCell(reached, currency, deals, currency == null ? null : BigDecimal.valueOf(value)))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Map<Place, GapCell>> cells() {
        var places = Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.of("crm", "import", "script"))
                .as((month, key) -> new Place(LocalDate.of(2026, month, 1), key));
        var cells = Combinators.combine(
                        Arbitraries.longs().between(0, 1000),
                        Arbitraries.longs().between(0, 1000),
                        Arbitraries.longs().between(0, 1000))
                .as((unmeasured, dearer, others) ->
                        new GapCell(unmeasured + dearer + others, dearer + others, others, null, null));
        return Arbitraries.maps(places, cells);
    }

    /** The cells of a source are those of a deal's only key: together they are the bucket. */
    private static Map<Place, GapCell> wholes(Map<Place, GapCell> cells) {
        var wholes = new HashMap<Place, GapCell>();
        cells.forEach((place, cell) -> wholes.merge(
                new Place(place.bucket(), ""),
                cell,
                (one, other) -> new GapCell(
                        one.lost() + other.lost(),
                        one.measured() + other.measured(),
                        one.notDearer() + other.notDearer(),
                        null,
                        null)));
        return wholes;
    }

    @Provide
    Arbitrary<List<WinCell>> closed() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, WinRates.EDGES.size()).injectNull(0.2),
                        Arbitraries.longs().between(1, 1000))
                .as(WinCell::new)
                .list()
                .ofMaxSize(40);
    }

    private static void assertHolds(CountedShare share) {
        assertThat(share.count()).isBetween(0L, share.of());
        if (share.of() > 0) {
            assertThat(share.share()).isBetween(0.0, 1.0);
            assertThat(share.shareLow()).isBetween(0.0, share.share() + 1e-12);
            assertThat(share.shareHigh()).isBetween(share.share() - 1e-12, 1.0);
        } else {
            assertThat(share).isEqualTo(new CountedShare(0, 0, null, null, null));
        }
    }

    /** Of the measured, in one currency. */
    private static BigDecimal sum(List<RecoveryCell> losses, String currency) {
        return losses.stream()
                .filter(loss -> loss.reached() != null && currency.equals(loss.currency()))
                .map(RecoveryCell::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RecoveryView recovery(List<RecoveryCell> losses) {
        return RecoveryView.of(new RecoveryCurve(losses), RATES, DAY);
    }

    private static WinRateView wins(List<WinCell> closed) {
        return WinRateView.of(new WinRates(closed));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
