package dev.groundswell.trend;

import dev.groundswell.deal.Deal;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups raw deals as Panache queries, projected into records. Ids merged away come as they are; whoever reads folds them. */
@ApplicationScoped
class RawCells {

    private final Deal.Repository deals;

    RawCells(Deal.Repository deals) {
        this.deals = deals;
    }

    /** The closed deals in cells, by the question's dimension. */
    List<Cell> of(TrendQuestion question) {
        return find(question, question.dimension().column(), Cell.class);
    }

    /** The closed deals in cells by all the competitors that they name: whoever reads parts them. */
    List<CompetitorsCell> byCompetitors(TrendQuestion question) {
        return find(question, "d.competitors", CompetitorsCell.class);
    }

    private <T> List<T> find(TrendQuestion question, String key, Class<T> cell) {
        // the interval is a word of ours, never the caller's text
        var bucket = "cast(function('date_trunc', '%s', d.closedOn) as LocalDate)".formatted(question.interval());
        var groups = "%s, d.state, d.outcome, %s, d.primaryUnmapped, d.needsEnrichment, d.source, d.valueCurrency"
                .formatted(bucket, key);
        var where = new StringBuilder(
                "d.state in (:states) and (d.closedOn between :since and :until or d.closedOn between :before and :beforeEnd)");
        var parameters = new HashMap<String, Object>();
        parameters.put("states", List.of(State.lost, State.won));
        parameters.put("since", question.since());
        parameters.put("until", question.until());
        parameters.put("before", question.bucketBefore());
        parameters.put("beforeEnd", question.firstBucket().minusDays(1));
        filter(question.filter(), where, parameters);
        return deals.find(
                        "select %s, count(*), sum(d.valueAmount) from Deal d where %s group by %s"
                                .formatted(groups, where, groups),
                        parameters)
                .project(cell)
                .list();
    }

    private static void filter(MarketFilter.Ids filter, StringBuilder where, Map<String, Object> parameters) {
        if (filter.products() != null) {
            where.append(" and d.product in (:products)");
            parameters.put("products", filter.products());
        }
        if (filter.segments() != null) {
            where.append(" and d.segment in (:segments)");
            parameters.put("segments", filter.segments());
        }
        if (filter.regions() != null) {
            where.append(" and d.region in (:regions)");
            parameters.put("regions", filter.regions());
        }
        if (filter.competitors() != null) {
            where.append(" and array_intersects(d.competitors, :competitors)");
            parameters.put("competitors", filter.competitors().toArray(Long[]::new));
        }
        if (filter.sources() != null) {
            where.append(" and d.source in (:sources)");
            parameters.put("sources", filter.sources());
        }
    }
}
