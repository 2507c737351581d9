package dev.groundswell.trend.rollup;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the counts.
 *
 * @param interval a word of date_trunc
 * @param before the days of the bucket before the first
 * @param values ids of the breakdown's dimension, one of which a deal must have; null: whatever it has
 * @param sources keys of sources; null: all
 */
public record Question(
        Breakdown breakdown,
        String interval,
        Days days,
        Days before,
        @Nullable Collection<Long> values,
        @Nullable Collection<String> sources) {

    /** A stretch of days, both inclusive. */
    public record Days(LocalDate first, LocalDate last) {

        /** The first day of the first month that lies within whole; after {@link #lastMonth()} where none does. */
        LocalDate firstMonth() {
            var month = first.withDayOfMonth(1);
            return month.equals(first) ? month : month.plusMonths(1);
        }

        /** The first day of the last month that lies within whole. */
        LocalDate lastMonth() {
            return last.plusDays(1).withDayOfMonth(1).minusMonths(1);
        }
    }

    /** Months serve where a bucket is made of them. */
    boolean isOfMonths() {
        return !interval.equals("day") && !interval.equals("week");
    }
}
