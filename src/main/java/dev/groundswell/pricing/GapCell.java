package dev.groundswell.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Losses of one bucket and key, and how their prices lay.
 *
 * @param key empty where nothing is broken down
 * @param lost how many
 * @param measured those of which both prices are known in one currency
 * @param notDearer those of the measured whose gap is zero or less
 * @param quartiles of the gap; null where nothing was measured
 * @param interval of the median; null where too little was measured
 */
record GapCell(
        LocalDate bucket,
        String key,
        long lost,
        long measured,
        long notDearer,
        @Nullable Quartiles quartiles,
        @Nullable Bounds interval) {

    /** The quarter, the half and three quarters. */
    record Quartiles(double lower, double median, double upper) {}

    /** The ends of an interval. */
    record Bounds(double low, double high) {}

    static GapCell none(LocalDate bucket) {
        return new GapCell(bucket, "", 0, 0, 0, null, null);
    }

    GapCell with(Bounds bounds) {
        return new GapCell(bucket, key, lost, measured, notDearer, quartiles, bounds);
    }

    long dearer() {
        return measured - notDearer;
    }

    long unmeasured() {
        return lost - measured;
    }
}
