package dev.groundswell.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A share with its 95 % interval by Wilson's score method (E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22, 1927).
 */
public record Share(double value, double low, double high) {

    private static final double ERROR_RATE = 0.05;

    /** The share of {@code part} in {@code whole}, which is at least 1. */
    public static Share of(long part, long whole) {
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(whole), Math.toIntExact(part), ERROR_RATE);
        // of all or of none, rounding would lead just past the end
        return new Share(
                (double) part / whole, Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }
}
