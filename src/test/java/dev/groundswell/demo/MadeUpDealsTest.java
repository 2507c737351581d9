package dev.groundswell.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class MadeUpDealsTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private final List<MadeUpDeal> deals = MadeUpDeals.until(LAST_DAY);

    @Test
    void theSameLastDayMakesTheSameDeals() {
        assertThat(MadeUpDeals.until(LAST_DAY)).isEqualTo(deals);
    }

    @Test
    void everyDealAndEveryReasonIsLabelled() {
        assertThat(deals).allSatisfy(deal -> {
            assertThat(deal.source()).isEqualTo("demo-crm");
            assertThat(deal.externalId()).matches("demo-\\d{5}");
            assertThat(deal.note()).contains("made up for the demo");
        });
        assertThat(reasons()).allSatisfy(reason -> assertThat(reason.note()).contains("made up for the demo"));
        assertThat(deals).extracting(MadeUpDeal::externalId).doesNotHaveDuplicates();
    }

    @Test
    void theyFillTwoYearsToTheLastDayAndNoFurther() {
        assertThat(deals).allSatisfy(deal -> {
            assertThat(deal.closedOn()).isBetween(LAST_DAY.minusYears(2).plusDays(1), LAST_DAY);
            assertThat(deal.sourceTime()).isBefore(LAST_DAY.plusDays(1) + "T00:00:00Z");
        });
    }

    @Test
    void whateverTheLastDayEveryMonthHasAsManyDealsAsASmallCompanyCloses() {
        for (int month = 1; month <= 12; month++) {
            var lastDay = YearMonth.of(2027, month).atEndOfMonth();
            var perMonth = MadeUpDeals.until(lastDay).stream()
                    .collect(groupingBy(deal -> YearMonth.from(deal.closedOn()), counting()));
            assertThat(perMonth.values())
                    .as("until %s", lastDay)
                    .hasSize(24)
                    .allSatisfy(count -> assertThat(count).isBetween(115L, 205L));
        }
    }

    @Test
    void theSharesArePlausible() {
        var lost = lost(deal -> true);
        assertThat(share(deals, deal -> deal.state().equals("won"))).isBetween(0.35, 0.5);
        assertThat(share(lost, deal -> "lost_to_competitor".equals(deal.outcome())))
                .isBetween(0.3, 0.55);
        assertThat(share(lost, deal -> deal.reasons() == null)).isBetween(0.03, 0.08);
        assertThat(share(deals, deal -> deal.prices() != null)).isBetween(0.2, 0.5);
        assertThat(deals.stream().map(MadeUpDeal::owner).distinct()).hasSize(14);
        assertThat(reasons())
                .extracting(MadeUpDeal.Reason::text)
                .contains("Preis zu hoch", "Trop cher", "Too expensive");
    }

    @Test
    void wonDealsHaveNeitherOutcomeNorReason() {
        assertThat(deals).filteredOn(deal -> deal.state().equals("won")).allSatisfy(deal -> {
            assertThat(deal.outcome()).isNull();
            assertThat(deal.reasons()).isNull();
        });
    }

    @Test
    void theChallengerPressesOnThePriceInOneRegionLately() {
        var since = new Market(LAST_DAY).beginOfPressure();
        Predicate<MadeUpDeal> contested = deal -> deal.region().equals(Market.CONTESTED);
        Predicate<MadeUpDeal> lately = deal -> !deal.closedOn().isBefore(since);
        Predicate<MadeUpDeal> early = deal -> deal.closedOn().isBefore(since);

        assertThat(share(lost(contested.and(lately)), MadeUpDealsTest::byTheChallenger))
                .isGreaterThan(2 * share(lost(contested.and(early)), MadeUpDealsTest::byTheChallenger));
        assertThat(share(lost(contested.and(lately)), MadeUpDealsTest::overThePrice))
                .isGreaterThan(2 * share(lost(contested.and(early)), MadeUpDealsTest::overThePrice));
        assertThat(share(lost(contested.negate().and(lately)), MadeUpDealsTest::byTheChallenger))
                .isLessThan(0.2);
    }

    /** Which has been over for two days, on the day after the last day of the deals. */
    @Test
    void thePressureBeginsWithTheMonthThatSignalsLookAt() {
        assertThat(beginOfPressure("2026-12-01")).isEqualTo("2026-10-01");
        assertThat(beginOfPressure("2026-12-02")).isEqualTo("2026-11-01");
        assertThat(beginOfPressure("2026-12-31")).isEqualTo("2026-11-01");
        assertThat(beginOfPressure("2027-01-01")).isEqualTo("2026-11-01");
    }

    private static LocalDate beginOfPressure(String lastDay) {
        return new Market(LocalDate.parse(lastDay)).beginOfPressure();
    }

    private static boolean byTheChallenger(MadeUpDeal deal) {
        return deal.competitors().contains(Market.CHALLENGER);
    }

    private static boolean overThePrice(MadeUpDeal deal) {
        return deal.reasons() != null
                && "price_level".equals(deal.reasons().get(0).code());
    }

    private List<MadeUpDeal> lost(Predicate<MadeUpDeal> which) {
        return deals.stream()
                .filter(deal -> deal.state().equals("lost"))
                .filter(which)
                .toList();
    }

    private List<MadeUpDeal.Reason> reasons() {
        return lost(deal -> deal.reasons() != null).stream()
                .flatMap(deal -> deal.reasons().stream())
                .toList();
    }

    private static double share(List<MadeUpDeal> of, Predicate<MadeUpDeal> which) {
        return (double) of.stream().filter(which).count() / of.size();
    }
}
