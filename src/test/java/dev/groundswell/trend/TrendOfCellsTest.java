package dev.groundswell.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.MarketInfo;
import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.Outcome;
import dev.groundswell.deal.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TrendOfCellsTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);
    private static final Map<String, LocalDate> WINS = Map.of("crm", LocalDate.of(2020, 1, 1));

    /** North was merged into south. */
    private static final Glossary GLOSSARY = new Glossary(
            1,
            List.of(),
            List.of(region(1, "north", 2L), region(2, "south", null), region(3, "west", null)),
            List.of(),
            List.of());

    /** What a row says. */
    private record Row(LocalDate day, State state, Outcome outcome, Long region, long value) {

        boolean isLoss() {
            return state == State.lost && outcome != Outcome.invalid_duplicate;
        }

        boolean isIn(String key) {
            return region != null && (region == 3 ? "west" : "south").equals(key);
        }
    }

    @Property
    void anAnswerIsARecountOfTheRows(@ForAll("rows") List<Row> rows, @ForAll Interval interval) {
        for (var bucket : trend(cells(rows, interval), interval)) {
            var here = rows.stream()
                    .filter(row -> interval.startOf(row.day()).equals(bucket.start()))
                    .toList();
            assertThat(bucket.lost())
                    .isEqualTo(here.stream().filter(Row::isLoss).count());
            assertThat(bucket.unknown())
                    .isEqualTo(here.stream()
                            .filter(row -> row.isLoss() && row.region() == null)
                            .count());
            for (var series : bucket.series()) {
                var part = here.stream().filter(row -> row.isIn(series.key())).toList();
                assertThat(series.lost())
                        .isEqualTo(part.stream().filter(Row::isLoss).count());
                assertThat(series.won())
                        .isEqualTo(part.stream()
                                .filter(row -> row.state() == State.won)
                                .count());
                assertThat(series.value().stream()
                                .map(money -> new BigDecimal(money.amount()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(BigDecimal.valueOf(part.stream()
                                .filter(Row::isLoss)
                                .mapToLong(Row::value)
                                .sum()));
            }
        }
    }

    @Property
    void everyLossIsInOneBucketAndInOneSeriesOrUnknown(@ForAll("rows") List<Row> rows, @ForAll Interval interval) {
        var buckets = trend(cells(rows, interval), interval);

        assertThat(buckets.stream().mapToLong(BucketView::lost).sum())
                .isEqualTo(rows.stream().filter(Row::isLoss).count());
        assertThat(buckets)
                .allSatisfy(bucket -> assertThat(bucket.series().stream()
                                        .mapToLong(SeriesView::lost)
                                        .sum()
                                + bucket.unknown())
                        .isEqualTo(bucket.lost()));
    }

    @Property
    void sharesLieInTheirIntervalAndNothingIsNegative(@ForAll("rows") List<Row> rows) {
        for (var bucket : trend(cells(rows, Interval.month), Interval.month)) {
            for (var series : bucket.series()) {
                if (bucket.lost() == 0) {
                    assertThat(series.share()).isNull();
                } else {
                    assertThat(series.share()).isBetween(series.shareLow() - 1e-12, series.shareHigh() + 1e-12);
                    assertThat(series.shareLow()).isBetween(0.0, 1.0);
                }
                if (series.winRate() == null) {
                    assertThat(series.winRateLow()).isNull();
                    assertThat(series.winRateHigh()).isNull();
                } else {
                    assertThat(series.winRate()).isBetween(series.winRateLow() - 1e-12, series.winRateHigh() + 1e-12);
                    assertThat(series.winRateLow()).isBetween(0.0, 1.0);
                }
            }
        }
    }

    @Property
    void theOrderOfTheCellsDoesNotMatter(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        var cells = cells(rows, Interval.week);
        var shuffled = new ArrayList<>(cells);
        Collections.shuffle(shuffled, random);

        assertThat(trend(shuffled, Interval.week)).isEqualTo(trend(cells, Interval.week));
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 89).map(SINCE::plusDays),
                        Arbitraries.of(State.lost, State.lost, State.won),
                        Arbitraries.of(Outcome.class),
                        Arbitraries.of(1L, 2L, 3L).injectNull(0.2),
                        Arbitraries.longs().between(0, 1_000_000))
                .as(Row::new)
                .list()
                .ofMaxSize(60);
    }

    private static List<BucketView> trend(List<Cell> cells, Interval interval) {
        var everything = new MarketFilter.Ids(null, null, null, null, null);
        return new Trend(new TrendQuestion(TrendDimension.regions, interval, SINCE, UNTIL, everything), GLOSSARY, WINS)
                .buckets(cells, cells);
    }

    private record Shape(LocalDate bucket, State state, Outcome outcome, Long region) {}

    /** As the database groups them. */
    private static List<Cell> cells(List<Row> rows, Interval interval) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Shape(interval.startOf(row.day()), row.state(), row.outcome(), row.region())))
                .entrySet()
                .stream()
                .map(group -> new Cell(
                        group.getKey().bucket(),
                        group.getKey().state(),
                        group.getKey().outcome(),
                        group.getKey().region(),
                        false,
                        false,
                        "crm",
                        "EUR",
                        group.getValue().size(),
                        BigDecimal.valueOf(
                                group.getValue().stream().mapToLong(Row::value).sum())))
                .toList();
    }

    private static MarketInfo region(long id, String key, Long mergedInto) {
        return new MarketInfo(id, Dimension.region, key, key, key, mergedInto);
    }
}
