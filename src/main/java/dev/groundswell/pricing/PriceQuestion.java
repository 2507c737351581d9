package dev.groundswell.pricing;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: over which days (both inclusive), in which part of the market, in the words of which catalog.
 *
 * @param interval null where the days are one bucket
 * @param citing true where only losses count that cite a price reason
 */
record PriceQuestion(
        LocalDate since,
        LocalDate until,
        @Nullable Interval interval,
        MarketFilter.Ids filter,
        boolean citing,
        Glossary glossary) {

    /** One bucket. */
    static PriceQuestion of(LocalDate since, LocalDate until, MarketFilter.Ids filter, Glossary glossary) {
        return new PriceQuestion(since, until, null, filter, false, glossary);
    }

    PriceQuestion ofThoseWhoCitePrice() {
        return new PriceQuestion(since, until, interval, filter, true, glossary);
    }
}
