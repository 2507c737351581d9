package dev.groundswell.statistics;

import java.util.Collection;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether two groups differ, stratum by stratum: the Cochran-Mantel-Haenszel test with continuity correction, and the
 * difference of shares and the odds ratio that all strata have in common. What differs between the strata weighs nothing.
 *
 * <p>N. Mantel and W. Haenszel, "Statistical aspects of the analysis of data from retrospective studies of disease", JNCI 22,
 * 1959. The difference of shares is that of S. Greenland and J. Robins, Biometrics 41, 1985.
 *
 * @param strata how many of them inform
 * @param excess by how many the first group has more than it would have if the groups were alike
 * @param variance of the excess, where they are alike
 * @param oddsRatio of the first group against the second; NaN where nothing informs
 * @param difference of the shares, the first group's less the second's; NaN where nothing informs
 */
public record MantelHaenszel(int strata, double excess, double variance, double oddsRatio, double difference) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double CORRECTION = 0.5;

    /** Over these strata; those in which a margin is empty say nothing and are left out. */
    public static MantelHaenszel of(Collection<TwoByTwo> tables) {
        int strata = 0;
        double excess = 0;
        double variance = 0;
        double oddsUp = 0;
        double oddsDown = 0;
        double difference = 0;
        double weights = 0;
        for (var table : tables) {
            double all = table.size() + (double) table.otherSize();
            if (table.size() > 0 && table.otherSize() > 0) {
                double weight = table.size() * (double) table.otherSize() / all;
                weights += weight;
                difference += weight
                        * (table.with() / (double) table.size() - table.otherWith() / (double) table.otherSize());
            }
            if (table.informs()) {
                strata++;
                double with = table.with() + (double) table.otherWith();
                excess += table.with() - table.size() * with / all;
                variance += table.size() * (double) table.otherSize() * with * (all - with) / (all * all * (all - 1));
                oddsUp += table.with() * (double) table.otherWithout() / all;
                oddsDown += table.without() * (double) table.otherWith() / all;
            }
        }
        return new MantelHaenszel(strata, excess, variance, oddsUp / oddsDown, difference / weights);
    }

    /** The test's statistic, of a chi-squared distribution with one degree of freedom where the groups are alike. */
    public double chiSquared() {
        double corrected = Math.max(0, Math.abs(excess) - CORRECTION);
        return corrected * corrected / variance;
    }

    /** How likely at least this excess is, where the groups are alike. */
    public double greater() {
        return tail(excess);
    }

    /** How likely at most this excess is, where the groups are alike. */
    public double less() {
        return tail(-excess);
    }

    private double tail(double towards) {
        return variance > 0 ? NORMAL.survivalProbability((towards - CORRECTION) / Math.sqrt(variance)) : 1;
    }
}
