package dev.groundswell.signal;

import dev.groundswell.statistics.Share;
import java.time.YearMonth;
import java.util.List;

/** Writes down what a scan has found, with the months around it. */
final class Founding {

    private final Ledger ledger;
    private final Window window;

    Founding(Ledger ledger, Window window) {
        this.ledger = ledger;
        this.window = window;
    }

    Found of(Finding finding) {
        var comparison = finding.comparison();
        boolean isDrift = comparison.test() == Found.Test.cusum;
        return new Found(
                side(comparison.named(), comparison.deals()),
                side(comparison.namedBefore(), comparison.dealsBefore()),
                comparison.change(),
                Double.isFinite(comparison.oddsRatio()) ? comparison.oddsRatio() : null,
                comparison.test(),
                isDrift ? null : finding.value(),
                comparison.sellers(),
                comparison.moving(),
                finding.since(),
                isDrift ? window.reference() : window.baseline(book(finding)),
                series(finding),
                List.of());
    }

    private List<Found.Point> series(Finding finding) {
        var book = book(finding);
        return window.months().stream()
                .filter(month -> book.deals(List.of(month)) > 0)
                .map(month -> point(book, finding.target(), month))
                .toList();
    }

    private Book book(Finding finding) {
        var kind = finding.target().kind() == Target.Kind.reason_group
                ? Target.Kind.reason
                : finding.target().kind();
        return ledger.at(new Ledger.Page(finding.slice(), finding.whole(), kind));
    }

    private static Found.Point point(Book book, Target target, YearMonth month) {
        long deals = book.deals(List.of(month));
        var share = Share.of(book.naming(target, List.of(month)), deals);
        return new Found.Point(month, deals, share.value(), share.low(), share.high());
    }

    private static Found.Side side(long named, long deals) {
        var share = Share.of(named, deals);
        return new Found.Side(deals, named, share.value(), share.low(), share.high());
    }
}
