package dev.groundswell.pricing;

import dev.groundswell.catalog.Glossary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One stretch of time: its losses as a whole, and parted by what was asked for, the most lost first. */
record Bucket(LocalDate start, GapCell whole, List<Named> series) {

    /** The losses of one key. */
    record Named(String key, String label, GapCell cell) {}

    /**
     * All buckets of a question, with those in which nothing was lost.
     *
     * @param parts empty where nothing is broken down
     */
    static List<Bucket> of(PriceQuestion question, @Nullable By by, List<GapCell> wholes, List<GapCell> parts) {
        var whole = wholes.stream().collect(Collectors.toMap(GapCell::bucket, Function.identity()));
        var series = parts.stream().collect(Collectors.groupingBy(GapCell::bucket));
        var buckets = new ArrayList<Bucket>();
        var interval = Objects.requireNonNull(question.interval());
        for (var start = interval.startOf(question.since());
                !start.isAfter(question.until());
                start = interval.next(start)) {
            buckets.add(new Bucket(
                    start,
                    whole.getOrDefault(start, GapCell.none(start)),
                    series.getOrDefault(start, List.of()).stream()
                            .map(cell -> new Named(cell.key(), label(by, cell.key(), question.glossary()), cell))
                            .sorted(Comparator.<Named>comparingLong(
                                            each -> each.cell().lost())
                                    .reversed()
                                    .thenComparing(Named::key))
                            .toList()));
        }
        return buckets;
    }

    private static String label(@Nullable By by, String key, Glossary glossary) {
        var dimension = by == null ? null : by.dimension();
        var value = dimension == null ? null : glossary.marketByKey(dimension, key);
        return value == null ? key : value.label();
    }
}
