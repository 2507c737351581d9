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
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * What a scan came to.
     *
     * @param changes by name
     * @param lasting drifts that go on
     * @param said all else that it says
     */
    record Scanned(Map<Signal.Name, Found> changes, Set<Signal.Name> lasting, Said said) {}

    Scanned scan(YearMonth period) throws SQLException {
        var first = deals.first().map(YearMonth::from).orElse(period);
        var window = Window.of(period, first.isAfter(period) ? period : first);
        var books = books(window);
        var findings = new Scan(window).of(books.ledger());
        var founding = new Founding(books.ledger(), window);
        var changes = new LinkedHashMap<Signal.Name, Found>();
        of(findings, Finding.Verdict.changed).forEach(finding -> changes.put(name(finding), founding.of(finding)));
        new PriceMoves(window).of(books.prices()).forEach((slice, found) -> changes.put(name(slice, found), found));
        var lasting = of(findings, Finding.Verdict.drifting).stream()
                .map(Scanner::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Scanned(changes, lasting, said(window, books.ledger(), findings, founding, changes.size()));
    }

    private Bookkeeping books(Window window) throws SQLException {
        var months = window.months();
        var books = new Bookkeeping(
                window,
                catalog.seen(),
                addedAfter(
                        window.before().isEmpty()
                                ? window.period()
                                : window.before().get(0)),
                addedAfter(months.get(0)),
                rollups.basis(rollups.areReady()).winsCompleteSince());
        deals.each(months.get(0).atDay(1), window.period().atEndOfMonth(), books::enter);
        return books;
    }

    /** Who could not choose a code in the first month hardly could have in the others. */
    private Set<String> addedAfter(YearMonth first) {
        return taxonomy.addedSince(
                first.plusMonths(1).atDay(1).atStartOfDay(zones.current()).toInstant());
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
                ledger.at(Ledger.Page.HEADLINES).deals(List.of(window.period())),
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
