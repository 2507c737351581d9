package dev.groundswell.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Draws from a binomial distribution by its inverse, as far from the mean as chance ever comes. */
final class BinomialDraw {

    private static final double FAR = 9;

    private final long first;
    private final double[] cumulated;

    BinomialDraw(long cases, double likelihood) {
        int trials = Math.toIntExact(cases);
        double mean = trials * likelihood;
        double reach = FAR * Math.sqrt(mean * (1 - likelihood)) + FAR;
        int low = (int) Math.max(0, Math.floor(mean - reach));
        int high = (int) Math.min(trials, Math.ceil(mean + reach));
        var distribution = BinomialDistribution.of(trials, likelihood);
        this.first = low;
        this.cumulated = new double[high - low + 1];
        double sum = 0;
        for (int i = low; i <= high; i++) {
            sum += distribution.probability(i);
            cumulated[i - low] = sum;
        }
    }

    long next(SplittableRandom random) {
        int at = Arrays.binarySearch(cumulated, random.nextDouble());
        return first + Math.min(cumulated.length - 1, at < 0 ? -at - 1 : at);
    }
}
