package dev.groundswell.statistics;

/**
 * By how much two shares differ, with its 95 % interval by the hybrid score method (R. Newcombe, "Interval estimation for the
 * difference between independent proportions", Statistics in Medicine 17, 1998, method 10).
 */
public record ShareDifference(double value, double low, double high) {

    /** The first share less the second. */
    public static ShareDifference of(Share first, Share second) {
        double value = first.value() - second.value();
        return new ShareDifference(
                value,
                value - Math.hypot(first.value() - first.low(), second.high() - second.value()),
                value + Math.hypot(first.high() - first.value(), second.value() - second.low()));
    }

    /** True where the interval leaves out that there is no difference. */
    public boolean isPlain() {
        return low > 0 || high < 0;
    }
}
