package dev.groundswell.pricing;

import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.MarketInfo;
import dev.groundswell.catalog.ReasonGroup;
import dev.groundswell.catalog.ReasonInfo;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The deals that a question is about, as a query over raw rows with their bucket and key: what statements group. */
final class Asked {

    static final String LOST = "d.state = 'lost' and d.outcome is distinct from 'invalid_duplicate'";

    /** What a win rate is of. */
    static final String CLOSED = "d.state in ('lost', 'won') and (d.state = 'won'"
            + " or coalesce(d.outcome, '') not in ('invalid_duplicate', 'disqualified_by_us'))";

    private static final String CITES_PRICE = """
            (d.primary_reason = any(?) or exists (
                select from jsonb_array_elements(d.reasons) as r(said) where cast(said ->> 'reason' as bigint) = any(?)))""";

    private final String workspace;
    private final PriceQuestion question;
    private final @Nullable By by;

    Asked(String workspace, PriceQuestion question) {
        this.workspace = workspace;
        this.question = question;
        this.by = question.by();
    }

    /**
     * One row a deal and key, with its bucket. Where nothing is broken down, all keys are empty.
     *
     * @param which {@link #LOST} or {@link #CLOSED}
     * @param columns what else a row has
     */
    Parts rows(String which, String columns) {
        // a deal that names one competitor by two names, of which one was merged into the other, counts once
        var parts = new Parts().add(by == By.competitor ? "select distinct d.id, " : "select ");
        bucket(parts);
        parts.add(" as bucket, ").add(key()).add(" as key, ").add(columns).add(" from deal d");
        names(parts);
        parts.add(" where d.workspace = ? and ", workspace)
                .add(which)
                .add(" and d.closed_on between ? and ?", question.since(), question.until());
        filter(parts);
        if (question.citing()) {
            var reasons = priceReasons(question.glossary());
            parts.add(" and ").add(CITES_PRICE, reasons, reasons);
        }
        return parts;
    }

    private void bucket(Parts parts) {
        if (question.interval() == null) {
            parts.add("cast(? as date)", question.since());
        } else {
            parts.add(
                    "cast(date_trunc(?, cast(d.closed_on as timestamp)) as date)",
                    question.interval().name());
        }
    }

    private String key() {
        if (by == null) {
            return "''";
        }
        return by == By.source ? "d.source" : "n.key";
    }

    /** What ids are called, with merges folded; whatever is not known of a deal joins nothing. */
    private void names(Parts parts) {
        if (by == null || by.dimension() == null) {
            return;
        }
        var glossary = question.glossary();
        var values = glossary.market(Objects.requireNonNull(by.dimension()));
        if (by.dimension() == Dimension.competitor) {
            parts.add(" cross join unnest(d.competitors) as c(id)");
        }
        parts.add(
                " join unnest(?, ?) as n(id, key) on n.id = "
                        + (by.dimension() == Dimension.competitor ? "c.id" : "d." + by.dimension()),
                values.stream().map(MarketInfo::id).toArray(Long[]::new),
                values.stream()
                        .map(value -> glossary.marketValue(glossary.canonicalMarketValue(value.id()))
                                .key())
                        .toArray(String[]::new));
    }

    private void filter(Parts parts) {
        var filter = question.filter();
        ids(parts, " and d.product = any(?)", filter.products());
        ids(parts, " and d.segment = any(?)", filter.segments());
        ids(parts, " and d.region = any(?)", filter.regions());
        ids(parts, " and d.competitors && ?", filter.competitors());
        if (filter.sources() != null) {
            parts.add(" and d.source = any(?)", (Object) filter.sources().toArray(String[]::new));
        }
    }

    private static void ids(Parts parts, String condition, @Nullable Collection<Long> ids) {
        if (ids != null) {
            parts.add(condition, (Object) ids.toArray(Long[]::new));
        }
    }

    private static Long[] priceReasons(Glossary glossary) {
        return glossary.reasons().stream()
                .map(ReasonInfo::id)
                .filter(id -> glossary.reason(glossary.canonicalReason(id)).group() == ReasonGroup.price)
                .toArray(Long[]::new);
    }
}
