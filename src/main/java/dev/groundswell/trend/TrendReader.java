package dev.groundswell.trend;

import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.SpanQuery;
import dev.groundswell.trend.rollup.Basis;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers trend questions from the open plane, and sets beside it what the field says. */
@ApplicationScoped
class TrendReader {

    private final TrendCells cells;
    private final Catalog catalog;
    private final FieldViews fieldViews;

    TrendReader(TrendCells cells, Catalog catalog, FieldViews fieldViews) {
        this.cells = cells;
        this.catalog = catalog;
        this.fieldViews = fieldViews;
    }

    TrendView read(Standing standing, TrendDimension dimension, SpanQuery query, MarketFilter filter) {
        var span = query.span(standing.today());
        var asked = filter.resolve(catalog.at(standing.catalogVersion()));
        var question = new TrendQuestion(dimension, span.interval(), span.since(), span.until(), asked);
        var buckets = buckets(question, standing.counted());
        var field = standing.released() && asked.isEmpty() ? fieldView(question, standing) : null;
        return new TrendView(
                dimension, span.interval(), standing.zone().getId(), span.since(), span.until(), buckets, field);
    }

    /** The latest that ended by the question's last day, beside the open plane of its own period. */
    private @Nullable FieldViewView fieldView(TrendQuestion question, Standing standing) {
        return fieldViews
                .find(question.dimension(), question.until())
                .map(found -> FieldViewView.of(
                        found,
                        OpenShares.of(buckets(
                                new TrendQuestion(
                                        found.dimension(),
                                        Interval.year,
                                        found.view().since(),
                                        found.view().until(),
                                        question.filter()),
                                standing.counted())),
                        catalog.at(standing.catalogVersion())))
                .orElse(null);
    }

    List<BucketView> buckets(TrendQuestion question, boolean counted) {
        return question.dimension() == TrendDimension.competitors
                ? byCompetitors(question, counted)
                : byOneKey(question, counted);
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
