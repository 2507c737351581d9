package dev.groundswell.signal;

import dev.groundswell.statistics.FalseDiscoveries;
import dev.groundswell.statistics.ShareDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** Looks at everything at once: each target in each part of the market, the period against the months before it. */
final class Scan {

    private final Window window;

    Scan(Window window) {
        this.window = window;
    }

    List<Finding> of(Ledger ledger) {
        var compared = compared(ledger);
        var findings = new ArrayList<Finding>();
        findings.addAll(judged(compared, Scan::isHeadline, Floors.FALSE_HEADLINES));
        findings.addAll(judged(compared, finding -> !isHeadline(finding), Floors.FALSE_DETAILS));
        compared.stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.not_enough_evidence)
                .map(finding ->
                        isIndication(finding.comparison()) ? finding.judged(1, Finding.Verdict.indication) : finding)
                .forEach(findings::add);
        var drifted = new Drift(window).of(ledger.at(Ledger.Page.HEADLINES), ledger.recent());
        findings.replaceAll(finding -> isHeadline(finding) && finding.verdict() == Finding.Verdict.no_change
                ? Objects.requireNonNullElse(drifted.get(finding.target()), finding)
                : finding);
        return findings;
    }

    private List<Finding> compared(Ledger ledger) {
        var compared = new ArrayList<Finding>();
        ledger.books().forEach((page, book) -> {
            var baseline = window.baseline(book);
            if (book.deals(List.of(window.period())) > 0 && book.deals(baseline) > 0) {
                boolean isLong = window.monthsBefore(book) >= Window.LEAST_BEFORE;
                for (var target : book.targets()) {
                    var comparison = Comparison.of(book, target, List.of(window.period()), baseline);
                    var verdict = isLong && comparison.isMeasurable()
                            ? Finding.Verdict.no_change
                            : Finding.Verdict.not_enough_evidence;
                    compared.add(
                            new Finding(page.slice(), page.whole(), target, comparison, 1, window.period(), verdict));
                }
            }
        });
        return compared;
    }

    /** What is too rare to pass the floors is a test, too: it was looked at. */
    private static List<Finding> judged(List<Finding> compared, Predicate<Finding> family, double rate) {
        var tested = compared.stream()
                .filter(finding -> finding.verdict() != Finding.Verdict.not_enough_evidence)
                .filter(family)
                .toList();
        var adjusted = FalseDiscoveries.adjusted(tested.stream()
                .map(Finding::comparison)
                .flatMapToDouble(each -> DoubleStream.of(each.greater(), each.less()))
                .toArray());
        var judged = new ArrayList<Finding>();
        for (int i = 0; i < tested.size(); i++) {
            var finding = tested.get(i);
            double value = adjusted[finding.comparison().isRise() ? 2 * i : 2 * i + 1];
            judged.add(finding.judged(value, verdict(finding.comparison(), value, rate)));
        }
        return judged;
    }

    private static Finding.Verdict verdict(Comparison comparison, double value, double rate) {
        if (value > rate || !comparison.isBroad()) {
            return Finding.Verdict.no_change;
        }
        return comparison.isOfReading() ? Finding.Verdict.reading_changed : Finding.Verdict.changed;
    }

    private static boolean isHeadline(Finding finding) {
        return finding.slice().coversAll()
                && finding.whole() == Whole.lost_deals
                && finding.target().kind() == Target.Kind.reason;
    }

    private static boolean isIndication(Comparison comparison) {
        var difference = ShareDifference.of(comparison.share(), comparison.shareBefore());
        return comparison.sellers() >= Floors.SELLERS_OF_AN_INDICATION
                && Math.abs(difference.value()) >= Floors.CHANGE
                && Math.max(comparison.named(), comparison.namedBefore()) >= Floors.NAMING
                && difference.isPlain()
                && !comparison.isOfReading();
    }
}
