package dev.groundswell.trend;

import dev.groundswell.deal.Outcome;
import dev.groundswell.deal.State;
import dev.groundswell.trend.rollup.Breakdown;
import dev.groundswell.trend.rollup.Counted;
import dev.groundswell.trend.rollup.Question;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a trend's question to the counts, and what they answer into cells. */
final class CountedCells {

    private CountedCells() {}

    /** The one breakdown that holds all that is asked; null where several would have to be crossed. */
    static @Nullable Breakdown breakdown(TrendQuestion question) {
        var needed = filters(question);
        var own = own(question.dimension());
        if (own != null) {
            needed.putIfAbsent(own, List.of());
        }
        return switch (needed.size()) {
            case 0 -> Breakdown.all;
            case 1 -> needed.keySet().iterator().next();
            default -> null;
        };
    }

    static Question question(TrendQuestion question, Breakdown breakdown) {
        return new Question(
                breakdown,
                question.interval().name(),
                new Question.Days(question.since(), question.until()),
                new Question.Days(
                        question.bucketBefore(), question.firstBucket().minusDays(1)),
                filters(question).get(breakdown),
                question.filter().sources());
    }

    static Cell cell(TrendQuestion question, Counted counted) {
        return new Cell(
                counted.bucket(),
                State.valueOf(counted.state()),
                outcome(counted),
                key(question.dimension(), counted),
                counted.unmapped(),
                counted.needsEnrichment(),
                counted.source(),
                counted.currency(),
                counted.deals(),
                counted.amount());
    }

    static CompetitorsCell competitors(Counted counted) {
        return new CompetitorsCell(
                counted.bucket(),
                State.valueOf(counted.state()),
                outcome(counted),
                counted.value(),
                counted.unmapped(),
                counted.needsEnrichment(),
                counted.source(),
                counted.currency(),
                counted.deals(),
                counted.amount());
    }

    private static @Nullable Outcome outcome(Counted counted) {
        return counted.outcome() == null ? null : Outcome.valueOf(counted.outcome());
    }

    private static @Nullable Long key(TrendDimension dimension, Counted counted) {
        return switch (dimension) {
            case reasons, reason_groups -> counted.reason();
            case outcomes, competitors -> null;
            case products, segments, regions -> counted.value().length == 0 ? null : counted.value()[0];
        };
    }

    private static @Nullable Breakdown own(TrendDimension dimension) {
        return switch (dimension) {
            case products -> Breakdown.product;
            case segments -> Breakdown.segment;
            case regions -> Breakdown.region;
            case competitors -> Breakdown.competitor;
            case reasons, reason_groups, outcomes -> null;
        };
    }

    private static Map<Breakdown, Collection<Long>> filters(TrendQuestion question) {
        var filters = new EnumMap<Breakdown, Collection<Long>>(Breakdown.class);
        var filter = question.filter();
        put(filters, Breakdown.product, filter.products());
        put(filters, Breakdown.segment, filter.segments());
        put(filters, Breakdown.region, filter.regions());
        put(filters, Breakdown.competitor, filter.competitors());
        return filters;
    }

    private static void put(
            Map<Breakdown, Collection<Long>> filters, Breakdown breakdown, @Nullable Collection<Long> ids) {
        if (ids != null) {
            filters.put(breakdown, ids);
        }
    }
}
