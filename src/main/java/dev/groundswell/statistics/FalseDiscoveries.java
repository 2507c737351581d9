package dev.groundswell.statistics;

import java.util.stream.IntStream;

/**
 * Many tests at once: which of them count, so that of those that do a given part is false at most, on average.
 *
 * <p>Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple
 * testing", JRSS B 57, 1995.
 */
public final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /** What each p-value comes to: the least rate of false discoveries at which its test counts. */
    public static double[] adjusted(double[] values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Double.compare(values[other], values[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        var adjusted = new double[values.length];
        double least = 1;
        for (int i = 0; i < order.length; i++) {
            int rank = order.length - i;
            least = Math.min(least, values[order[i]] * values.length / rank);
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
