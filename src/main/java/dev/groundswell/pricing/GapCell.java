package dev.groundswell.pricing;

import org.jspecify.annotations.Nullable;

/**
 * Losses of one bucket and key, and how their prices lay.
 *
 * @param lost how many
 * @param measured those of which both prices are known in one currency
 * @param notDearer those of the measured whose gap is zero or less
 * @param quartiles of the gap; null where nothing was measured
 * @param interval of the median; null where too little was measured
 */
record GapCell(
        long lost,
        long measured,
        long notDearer,
        @Nullable Quartiles quartiles,
        @Nullable Bounds interval) {

    static final GapCell NONE = new GapCell(0, 0, 0, null, null);

    /** The quarter, the half and three quarters. */
    record Quartiles(double lower, double median, double upper) {}

    /** The ends of an interval. */
    record Bounds(double low, double high) {}

    GapCell with(Bounds bounds) {
        return new GapCell(lost, measured, notDearer, quartiles, bounds);
    }

    long dearer() {
        return measured - notDearer;
    }

    long unmeasured() {
        return lost - measured;
    }
}
