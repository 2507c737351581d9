package dev.groundswell.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How high a {@link Cusum} grows by chance. Charts in which nothing changes are simulated, what is to be expected being guessed
 * from a reference as it is in life, and the limit is the height that few enough of them ever reach. The seed is fixed: the
 * same question has the same answer.
 */
public final class CusumLimit {

    private static final int CHARTS = 4_000;
    private static final long SEED = 1954;
    /** Questions are rounded to steps of a fifth, so that near ones share an answer. */
    private static final double STEP = Math.log(1.2);

    private static final int MOST = 10_000;

    private static final Map<Question, Double> KNOWN = new ConcurrentHashMap<>();

    private record Question(long cases, long odds, double oddsRatio, int reference, int periods, double quiet) {}

    private CusumLimit() {}

    /**
     * The height that a quiet chart passes once in so many periods.
     *
     * @param cases of a period
     * @param likelihood of what is looked for, in each case
     * @param oddsRatio that the chart looks for
     * @param reference periods from which the likelihood is known
     * @param periods that the chart has been kept for
     * @param quiet periods between two false alarms, on average
     */
    public static double of(
            double cases, double likelihood, double oddsRatio, int reference, int periods, double quiet) {
        var question = new Question(
                Math.round(Math.log(cases) / STEP),
                Math.round(Math.log(likelihood / (1 - likelihood)) / STEP),
                oddsRatio,
                reference,
                periods,
                quiet);
        if (KNOWN.size() >= MOST) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(question, CusumLimit::simulate);
    }

    private static double simulate(Question question) {
        long cases = Math.max(1, Math.round(Math.exp(question.cases() * STEP)));
        double likelihood = 1 / (1 + Math.exp(-question.odds() * STEP));
        var random = new SplittableRandom(SEED);
        var period = new BinomialDraw(cases, likelihood);
        var reference = new BinomialDraw(cases * question.reference(), likelihood);
        var highest = new double[CHARTS];
        for (int i = 0; i < CHARTS; i++) {
            double guessed = (reference.next(random) + 0.5) / (cases * question.reference() + 1);
            var chart = new Cusum(question.oddsRatio());
            for (int t = 0; t < question.periods(); t++) {
                chart.hear(period.next(random), cases, guessed);
                highest[i] = Math.max(highest[i], chart.sum());
            }
        }
        Arrays.sort(highest);
        double alarms = 1 - Math.pow(1 - 1 / question.quiet(), question.periods());
        return highest[(int) Math.ceil((1 - alarms) * (CHARTS - 1))];
    }
}
