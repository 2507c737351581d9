package dev.groundswell.signal;

import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.TaxonomyChanges;
import dev.groundswell.trend.rollup.Rollups;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scans a workspace's deals, within the caller's transaction. */
@ApplicationScoped
class Scanner {

    private final ClosedDeals deals;
    private final Catalog catalog;
    private final TaxonomyChanges taxonomy;
    private final Rollups rollups;
    private final Zones zones;

    Scanner(ClosedDeals deals, Catalog catalog, TaxonomyChanges taxonomy, Rollups rollups, Zones zones) {
        this.deals = deals;
        this.catalog = catalog;
        this.taxonomy = taxonomy;
        this.rollups = rollups;
        this.zones = zones;
    }

    /** What a scan came to: the changes by name, and all else that it says. */
    record Scanned(Map<Signal.Name, Found> changes, Said said) {}

    Scanned scan(YearMonth period) throws SQLException {
        var first = deals.first().map(YearMonth::from).orElse(period);
        var window = Window.of(period, first.isAfter(period) ? period : first);
        var books = books(window);
        var findings = new Scan(window).of(books.ledger());
        var founding = new Founding(books.ledger(), window);
        var changes = new LinkedHashMap<Signal.Name, Found>();
        of(findings, Finding.Verdict.changed).forEach(finding -> changes.put(name(finding), founding.of(finding)));
        new PriceMoves(window).of(books.prices()).forEach((slice, found) -> changes.put(name(slice, found), found));
        return new Scanned(changes, said(window, books.ledger(), findings, founding, changes.size()));
    }

    private Bookkeeping books(Window window) throws SQLException {
        var months = window.months();
        // who could not choose a code in the first month hardly could have in the others
        var begun = months.get(0).plusMonths(1).atDay(1).atStartOfDay(zones.current());
        var books = new Bookkeeping(
                window,
                catalog.seen(),
                taxonomy.addedSince(begun.toInstant()),
                rollups.basis(false).winsCompleteSince());
        deals.each(months.get(0).atDay(1), window.period().atEndOfMonth(), books::enter);
        return books;
    }

    private static Said said(Window window, Ledger ledger, List<Finding> findings, Founding founding, long changed) {
        var notEnough = new ArrayList<Said.NotEnough>();
        ledger.books().forEach((page, book) -> {
            var missing = Said.notEnough(page, book, window);
            if (missing != null) {
                notEnough.add(missing);
            }
        });
        return new Said(
                window.period(),
                window.baseline(),
                findings.size(),
                changed,
                of(findings, Finding.Verdict.no_change).size(),
                notEnough,
                unproved(of(findings, Finding.Verdict.indication), founding),
                unproved(of(findings, Finding.Verdict.reading_changed), founding));
    }

    private static List<Finding> of(List<Finding> findings, Finding.Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    private static List<Said.Unproved> unproved(List<Finding> findings, Founding founding) {
        return findings.stream()
                .map(finding ->
                        new Said.Unproved(finding.slice(), finding.whole(), finding.target(), founding.of(finding)))
                .toList();
    }

    private static Signal.Name name(Finding finding) {
        return new Signal.Name(
                SignalKind.valueOf(finding.target().kind().name()),
                finding.target().key(),
                finding.slice(),
                finding.whole(),
                finding.comparison().isRise() ? Direction.rise : Direction.fall);
    }

    private static Signal.Name name(Slice slice, Found found) {
        return new Signal.Name(
                SignalKind.price_gap,
                "",
                slice,
                Whole.lost_deals,
                found.change() > 0 ? Direction.rise : Direction.fall);
    }
}
