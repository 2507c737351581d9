package dev.groundswell.signal;

import dev.groundswell.statistics.Cusum;
import dev.groundswell.statistics.CusumLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what changes so slowly that no month differs from the ones before it: a chart of each reason over the last year,
 * against what the months before that year lead to expect of the same sellers.
 */
final class Drift {

    private static final double ODDS_RATIO = 1.5;
    /** Quiet months between two false alarms of all charts together. */
    private static final double QUIET = 60;

    private static final int DIRECTIONS = 2;

    private final Window window;

    Drift(Window window) {
        this.window = window;
    }

    /**
     * What has drifted so far that its chart is above the limit: changed where it passes it in this period, else drifting.
     * Nothing where too little is known.
     */
    Map<Target, Finding> of(Book book, Set<String> recent) {
        var drifted = new HashMap<Target, Finding>();
        var reasons = book.targets().stream()
                .filter(target -> target.kind() == Target.Kind.reason && !recent.contains(target.key()))
                .toList();
        if (!window.kept().isEmpty()
                && book.months(window.reference()) == window.reference().size()) {
            double quiet = QUIET * DIRECTIONS * reasons.size();
            for (var reason : reasons) {
                since(book, reason, ODDS_RATIO, quiet)
                        .or(() -> since(book, reason, 1 / ODDS_RATIO, quiet))
                        .ifPresent(finding -> drifted.put(reason, finding));
            }
        }
        return drifted;
    }

    /** The months since the chart left zero, against the reference. */
    private Optional<Finding> since(Book book, Target target, double oddsRatio, double quiet) {
        var kept = window.kept();
        double cases = (double) book.deals(kept) / kept.size();
        if (book.naming(target, window.reference()) == 0 || cases < 1) {
            return Optional.empty();
        }
        var chart = new Cusum(oddsRatio);
        double likelihood = 0;
        double before = 0;
        for (var month : kept) {
            double expected = book.expectedShare(target, month, window.reference());
            before = chart.sum();
            chart.hear(book.naming(target, List.of(month)), book.deals(List.of(month)), expected);
            likelihood += expected / kept.size();
        }
        double limit =
                CusumLimit.of(cases, likelihood, oddsRatio, window.reference().size(), kept.size(), quiet);
        if (chart.sum() <= limit) {
            return Optional.empty();
        }
        var since = kept.subList(kept.size() - chart.since(), kept.size());
        var verdict = before > limit ? Finding.Verdict.drifting : Finding.Verdict.changed;
        return Optional.of(
                        Comparison.of(book, target, since, window.reference()).byCusum())
                .filter(each -> each.isRise() == oddsRatio > 1)
                .filter(each -> each.isMeasurable() && each.isBroad() && !each.isOfReading())
                .map(each -> new Finding(Slice.WHOLE, Whole.lost_deals, target, each, 0, since.get(0), verdict));
    }
}
