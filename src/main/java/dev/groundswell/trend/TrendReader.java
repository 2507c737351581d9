package dev.groundswell.trend;

import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Source;
import dev.groundswell.deal.MarketFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Answers trend questions from the open plane, within the caller's transaction. */
@ApplicationScoped
class TrendReader {

    private final TrendCells cells;
    private final Catalog catalog;
    private final Source.Repository sources;
    private final Zones zones;
    private final Clock clock;

    TrendReader(TrendCells cells, Catalog catalog, Source.Repository sources, Zones zones, Clock clock) {
        this.cells = cells;
        this.catalog = catalog;
        this.sources = sources;
        this.zones = zones;
        this.clock = clock;
    }

    TrendView read(TrendDimension dimension, TrendQuery query, MarketFilter filter) {
        var zone = zones.current();
        var span = query.span(LocalDate.ofInstant(clock.instant(), zone));
        var glossary = catalog.current();
        var question =
                new TrendQuestion(dimension, span.interval(), span.since(), span.until(), filter.resolve(glossary));
        var totals = cells.of(question);
        var parted = dimension == TrendDimension.competitors ? cells.byCompetitors(question) : null;
        // asked for again: what was added meanwhile may be among the cells
        var now = catalog.current();
        var series = parted == null
                ? totals
                : parted.stream().flatMap(cell -> cell.parted(now).stream()).toList();
        var buckets = new Trend(question, now, winsCompleteSince()).buckets(totals, series);
        return new TrendView(dimension, span.interval(), zone.getId(), span.since(), span.until(), buckets);
    }

    /** What an admin has set, else the day of the first won deal. */
    private Map<String, LocalDate> winsCompleteSince() {
        var since = new HashMap<String, LocalDate>();
        var all = sources.listAll();
        cells.firstWins(all.stream().map(Source::key).toList())
                .forEach(first -> since.put(first.source(), first.day()));
        all.forEach(source -> {
            if (source.winsCompleteSince() != null) {
                since.put(source.key(), source.winsCompleteSince());
            }
        });
        return since;
    }
}
