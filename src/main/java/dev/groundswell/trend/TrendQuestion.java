package dev.groundswell.trend;

import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import java.time.LocalDate;

/** What is asked: a breakdown, over which days (both inclusive), in which part of the market. */
record TrendQuestion(
        TrendDimension dimension, Interval interval, LocalDate since, LocalDate until, MarketFilter.Ids filter) {

    /** The first day of the bucket that holds {@code since}. */
    LocalDate firstBucket() {
        return interval.startOf(since);
    }

    /** The bucket before the first: it is not answered, but what is answered first has changed since then. */
    LocalDate bucketBefore() {
        return interval.startOf(firstBucket().minusDays(1));
    }
}
