package dev.groundswell.trend;

import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.trend.rollup.Basis;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers trend questions from the open plane. */
@ApplicationScoped
class TrendReader {

    private final TrendCells cells;
    private final Catalog catalog;

    TrendReader(TrendCells cells, Catalog catalog) {
        this.cells = cells;
        this.catalog = catalog;
    }

    TrendView read(Standing standing, TrendDimension dimension, TrendQuery query, MarketFilter filter) {
        var span = query.span(standing.today());
        var asked = filter.resolve(catalog.at(standing.catalogVersion()));
        var question = new TrendQuestion(dimension, span.interval(), span.since(), span.until(), asked);
        var buckets = dimension == TrendDimension.competitors
                ? byCompetitors(question, standing.counted())
                : byOneKey(question, standing.counted());
        return new TrendView(dimension, span.interval(), standing.zone().getId(), span.since(), span.until(), buckets);
    }

    private List<BucketView> byOneKey(TrendQuestion question, boolean counted) {
        var found = cells.of(question, counted);
        return buckets(question, found.basis(), glossary(found.basis()), found.cells(), found.cells());
    }

    private List<BucketView> byCompetitors(TrendQuestion question, boolean counted) {
        var found = cells.byCompetitors(question, counted);
        var glossary = glossary(found.basis());
        return buckets(
                question,
                found.basis(),
                glossary,
                found.cells().stream().map(CompetitorsCell::whole).toList(),
                found.cells().stream()
                        .flatMap(cell -> cell.parted(glossary).stream())
                        .toList());
    }

    /** What was added since the question came in may be among the cells. */
    private Glossary glossary(Basis basis) {
        return catalog.at(basis.catalogVersion());
    }

    private static List<BucketView> buckets(
            TrendQuestion question, Basis basis, Glossary glossary, List<Cell> totals, List<Cell> series) {
        return new Trend(question, glossary, basis.winsCompleteSince()).buckets(totals, series);
    }
}
