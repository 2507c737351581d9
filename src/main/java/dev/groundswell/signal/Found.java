package dev.groundswell.signal;

import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The numbers behind a change, as they were when it was found. No seller is among them: at the finest, how many of how many.
 *
 * @param now the period, or the months since which it drifts
 * @param before what that was compared with
 * @param change of the share among the same sellers, or of the median gap
 * @param oddsRatio among the same sellers; null for price gaps
 * @param test by which it was found
 * @param value the p-value, adjusted for everything that was looked at beside it; null where the test has none
 * @param sellers who closed such deals in both
 * @param moving those of them whose own figure moved the same way
 * @param since the first month of {@code now}: the period, or an earlier one where it drifts
 * @param baseline the months that it is compared with
 * @param series month by month, to plot
 * @param parts of the market in which it shows by itself, where it is a change of the whole
 */
public record Found(
        Side now,
        Side before,
        double change,
        @Nullable Double oddsRatio,
        Test test,
        @Nullable Double value,
        long sellers,
        long moving,
        YearMonth since,
        List<YearMonth> baseline,
        List<Point> series,
        List<Slice> parts) {

    Found in(List<Slice> shown) {
        return new Found(
                now,
                before,
                change,
                oddsRatio,
                test,
                value,
                sellers,
                moving,
                since,
                baseline,
                series,
                List.copyOf(shown));
    }

    @Schema(
            name = "SignalEvidence",
            description =
                    "What a change was found by: `cochran_mantel_haenszel` by seller, `fisher_exact` where too few sellers inform, "
                            + "`cusum` for a slow drift, `median_bootstrap` for price gaps")
    public enum Test {
        cochran_mantel_haenszel,
        fisher_exact,
        cusum,
        median_bootstrap
    }

    /**
     * One side of a comparison.
     *
     * @param deals that count
     * @param named those of them that name it; null for price gaps
     * @param value the share, or the median gap as a part of the competitor's price
     * @param low end of its interval
     * @param high end of its interval
     */
    public record Side(long deals, @Nullable Long named, double value, double low, double high) {}

    /** A month of the series; months without deals are left out. */
    public record Point(YearMonth month, long deals, double value, double low, double high) {}
}
