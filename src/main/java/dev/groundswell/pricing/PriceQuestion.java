package dev.groundswell.pricing;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: over which days (both inclusive), in which part of the market, in the words of which catalog.
 *
 * @param interval null where the days are one bucket
 * @param by null where nothing is broken down
 * @param citing true where only losses count that cite a price reason
 */
record PriceQuestion(
        LocalDate since,
        LocalDate until,
        @Nullable Interval interval,
        @Nullable By by,
        MarketFilter.Ids filter,
        boolean citing,
        Glossary glossary) {

    /** One bucket. */
    static PriceQuestion of(LocalDate since, LocalDate until, MarketFilter.Ids filter, Glossary glossary) {
        return new PriceQuestion(since, until, null, null, filter, false, glossary);
    }

    PriceQuestion ofThoseWhoCitePrice() {
        return new PriceQuestion(since, until, interval, by, filter, true, glossary);
    }

    /** The same, not broken down. */
    PriceQuestion ofTheWhole() {
        return new PriceQuestion(since, until, interval, null, filter, citing, glossary);
    }

    /** The first day of each bucket. */
    List<LocalDate> starts() {
        return interval == null
                ? List.of(since)
                : Stream.iterate(interval.startOf(since), start -> !start.isAfter(until), interval::next)
                        .toList();
    }

    /** The day whose rates convert the sums of a bucket: as in trends its last, whatever days of it are asked about. */
    LocalDate lastDay(LocalDate start) {
        return interval == null ? until : interval.next(start).minusDays(1);
    }
}
