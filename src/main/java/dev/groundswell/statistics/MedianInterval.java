package dev.groundswell.statistics;

import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The interval of a sample's median by the bootstrap's percentile method, as ranks among the sorted values (1 is the least).
 *
 * <p>No sample is drawn: how the median of a resample is distributed is known exactly. Of {@code n} values drawn with replacement
 * each is one of the {@code k} least with probability {@code k / n}, and the {@code m}-th least of the resample is at most the
 * sample's {@code k}-th least where {@code m} or more are: {@code P(Bin(n, k / n) >= m)} (B. Efron, "Bootstrap methods: another look
 * at the jackknife", Annals of Statistics 7, 1979; J. S. Maritz and R. G. Jarrett, "A note on estimating the variance of the sample
 * median", JASA 73, 1978; B. Efron, "The jackknife, the bootstrap and other resampling plans", SIAM, 1982). So it is the same each
 * time, and what many resamples would come to.
 *
 * <p>The median of an even number of values lies between the middle two. The lower end is that of the lower one, the upper end
 * that of the upper one, so that the interval is never too short.
 */
public record MedianInterval(int low, int high) {

    /** Of fewer values not even the least and the most hold the median between them in 95 of 100 samples: 1 - 2 / 2^n. */
    public static final int LEAST_VALUES = 6;

    private static final double TAIL = 0.025;

    /** The ranks of the 95 % interval for so many values, which are at least {@link #LEAST_VALUES}. */
    public static MedianInterval of(int values) {
        return of(values, TAIL);
    }

    /**
     * The ranks of another interval.
     *
     * @param tail the probability beyond each of its ends
     */
    public static MedianInterval of(int values, double tail) {
        int lowerMiddle = (values + 1) / 2;
        int upperMiddle = values / 2 + 1;
        return new MedianInterval(
                first(values, rank -> isAtMost(rank, lowerMiddle, values) >= tail),
                first(values, rank -> isAtMost(rank, upperMiddle, values) >= 1 - tail));
    }

    /** The probability that a resample's value of the rank {@code middle} is at most the sample's value of this rank. */
    static double isAtMost(int rank, int middle, int values) {
        return BinomialDistribution.of(values, (double) rank / values).survivalProbability(middle - 1);
    }

    /** The least rank from which on it holds; at the last it always does. */
    private static int first(int values, IntPredicate holds) {
        int low = 1;
        int high = values;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
