package dev.groundswell.pricing;

import dev.groundswell.catalog.Glossary;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of time: its deals as a whole, and parted by what was asked for, the most deals first.
 *
 * @param <T> what is made of deals
 */
record Bucket<T>(LocalDate start, T whole, List<Named<T>> series) {

    /** The deals of one key. */
    record Named<T>(String key, String label, T cell) {}

    /**
     * All buckets of a question, with those in which nothing was closed.
     *
     * @param cells answers a question with what it finds; the keys are empty where the question is not broken down
     * @param none what is made of no deals
     * @param deals how many were counted
     */
    static <T> List<Bucket<T>> of(
            PriceQuestion question, Function<PriceQuestion, Map<Place, T>> cells, T none, ToLongFunction<T> deals) {
        // a deal counts for several competitors, and for none where none is known: the parts do not add up to the whole
        var wholes = cells.apply(question.ofTheWhole());
        Map<Place, T> parts = question.by() == null ? Map.of() : cells.apply(question);
        var series = parts.entrySet().stream()
                .collect(Collectors.groupingBy(part -> part.getKey().bucket()));
        return question.starts().stream()
                .map(start -> new Bucket<>(
                        start,
                        wholes.getOrDefault(new Place(start, ""), none),
                        series.getOrDefault(start, List.of()).stream()
                                .map(part -> named(question, part.getKey().key(), part.getValue()))
                                .sorted(Comparator.<Named<T>>comparingLong(each -> deals.applyAsLong(each.cell()))
                                        .reversed()
                                        .thenComparing(Named::key))
                                .toList()))
                .toList();
    }

    private static <T> Named<T> named(PriceQuestion question, String key, T cell) {
        return new Named<>(key, label(question.by(), key, question.glossary()), cell);
    }

    private static String label(@Nullable By by, String key, Glossary glossary) {
        var dimension = by == null ? null : by.dimension();
        var value = dimension == null ? null : glossary.marketByKey(dimension, key);
        return value == null ? key : value.label();
    }
}
