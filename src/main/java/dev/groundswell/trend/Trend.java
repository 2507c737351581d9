package dev.groundswell.trend;

import dev.groundswell.catalog.Converted;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an answer out of cells. Plain: the same cells, in whatever order, give the same answer. */
final class Trend {

    private final TrendQuestion question;
    private final KeyNames names;
    private final Rates rates;
    private final Map<String, LocalDate> winsCompleteSince;

    /**
     * @param winsCompleteSince the day from which on each source tells all its wins; a source that is absent here never
     *     told one
     */
    Trend(TrendQuestion question, Glossary glossary, Map<String, LocalDate> winsCompleteSince) {
        this.question = question;
        this.names = new KeyNames(question.dimension(), glossary);
        this.rates = glossary.rates();
        this.winsCompleteSince = winsCompleteSince;
    }

    /**
     * @param totals every closed deal once
     * @param series the cells by key; the same as {@code totals} unless a deal can have several keys
     */
    List<BucketView> buckets(List<Cell> totals, List<Cell> series) {
        var whole = tallies(totals);
        var parts = new HashMap<LocalDate, Map<Key, Tally>>();
        for (var cell : series) {
            var key = names.of(cell);
            if (key != null && belongs(cell)) {
                parts.computeIfAbsent(cell.bucket(), start -> new TreeMap<>(Comparator.comparing(Key::key)))
                        .computeIfAbsent(key, each -> new Tally())
                        .add(cell);
            }
        }
        if (question.dimension() == TrendDimension.competitors) {
            countUnnamed(series, whole);
        }

        var buckets = new ArrayList<BucketView>();
        var before = question.bucketBefore();
        for (var start = question.firstBucket();
                !start.isAfter(question.until());
                start = question.interval().next(start)) {
            buckets.add(bucket(start, before, whole, parts));
            before = start;
        }
        return buckets;
    }

    /** A won deal has no reason for being lost: it makes no series where wins are not counted. */
    private boolean belongs(Cell cell) {
        return cell.isLoss() || (cell.isWin() && question.dimension().hasWins());
    }

    private Map<LocalDate, Tally> tallies(List<Cell> totals) {
        var tallies = new HashMap<LocalDate, Tally>();
        for (var cell : totals) {
            var tally = tallies.computeIfAbsent(cell.bucket(), start -> new Tally());
            tally.add(cell);
            if (cell.unmapped()) {
                tally.addUnmapped(cell);
            }
            if (question.dimension() != TrendDimension.competitors && names.isUnknown(cell)) {
                tally.addUnknown(cell);
            }
        }
        return tallies;
    }

    /** Where a deal can have several keys, those without one come as cells of their own, with no key. */
    private static void countUnnamed(List<Cell> series, Map<LocalDate, Tally> whole) {
        for (var cell : series) {
            var tally = whole.get(cell.bucket());
            if (cell.key() == null && tally != null) {
                tally.addUnknown(cell);
            }
        }
    }

    private BucketView bucket(
            LocalDate start, LocalDate before, Map<LocalDate, Tally> whole, Map<LocalDate, Map<Key, Tally>> parts) {
        var total = whole.getOrDefault(start, new Tally());
        var previousTotal = whole.getOrDefault(before, new Tally());
        var here = parts.getOrDefault(start, Map.of());
        var previous = parts.getOrDefault(before, Map.of());
        boolean winsComplete = winsComplete(start, total);

        var keys = new ArrayList<>(here.keySet());
        previous.keySet().stream().filter(key -> !here.containsKey(key)).forEach(keys::add);
        var series = keys.stream()
                .map(key -> SeriesView.of(
                        key,
                        here.getOrDefault(key, new Tally()),
                        total.lost(),
                        previousTotal.lost() == 0
                                ? null
                                : (double) previous.getOrDefault(key, new Tally())
                                                .lost()
                                        / previousTotal.lost(),
                        question.dimension().hasWins(),
                        winsComplete,
                        converted(here.getOrDefault(key, new Tally()), start)))
                .sorted(Comparator.comparingLong(SeriesView::lost).reversed().thenComparing(SeriesView::key))
                .toList();
        return BucketView.of(start, total, winsComplete, converted(total, start), series);
    }

    /** At the rates of the bucket's last day, whatever days of it were asked about. */
    private @Nullable Converted converted(Tally tally, LocalDate start) {
        return rates.convert(tally.value(), question.interval().next(start).minusDays(1));
    }

    /** True where each source that tells of deals in this bucket tells all its wins, from the bucket's first day on. */
    private boolean winsComplete(LocalDate start, Tally total) {
        var first = start.isBefore(question.since()) ? question.since() : start;
        return total.sources().stream().allMatch(source -> {
            var since = winsCompleteSince.get(source);
            return since != null && !since.isAfter(first);
        });
    }
}
