package dev.groundswell.statistics;

/**
 * A sum that grows while something happens more often than is to be expected: a chart of log-likelihood ratios that starts at 0
 * and never falls below.
 *
 * <p>E. S. Page, "Continuous inspection schemes", Biometrika 41, 1954; scores by S. Steiner, R. Cook, V. Farewell and T. Treasure,
 * "Monitoring surgical performance using risk-adjusted cumulative sum charts", Biostatistics 1, 2000.
 */
public final class Cusum {

    private final double oddsRatio;
    private double sum;
    private int since;

    /** @param oddsRatio of the change that is looked for; below 1 for something that happens less often */
    public Cusum(double oddsRatio) {
        this.oddsRatio = oddsRatio;
    }

    /** What one case adds: whether it happened, and how likely that was. */
    public static double score(boolean happened, double likelihood, double oddsRatio) {
        double ratio = 1 / (1 - likelihood + oddsRatio * likelihood);
        return Math.log(happened ? oddsRatio * ratio : ratio);
    }

    /** Hears of a period: of so many cases it happened in these, and was this likely in each. */
    public void hear(long happened, long cases, double likelihood) {
        sum = Math.max(
                0,
                sum
                        + happened * score(true, likelihood, oddsRatio)
                        + (cases - happened) * score(false, likelihood, oddsRatio));
        since = sum == 0 ? 0 : since + 1;
    }

    /** The sum so far. */
    public double sum() {
        return sum;
    }

    /** For how many periods it has been above 0: the change is likely as old as that. */
    public int since() {
        return since;
    }
}
