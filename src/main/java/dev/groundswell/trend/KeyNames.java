package dev.groundswell.trend;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.deal.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names the cells of a trend, with merges folded. */
final class KeyNames {

    private final TrendDimension dimension;
    private final Glossary glossary;

    KeyNames(TrendDimension dimension, Glossary glossary) {
        this.dimension = dimension;
        this.glossary = glossary;
    }

    /** The series that a cell belongs to; null where the dimension is not known of its deals. */
    @Nullable
    Key of(Cell cell) {
        return switch (dimension) {
            case reasons -> reason(cell);
            case reason_groups -> group(cell);
            case outcomes -> outcome(cell.outcome());
            case competitors, products, segments, regions -> market(cell.key());
        };
    }

    /** True where the cell's deals belong to no series, or to the one that says so. */
    boolean isUnknown(Cell cell) {
        if (cell.unmapped() && (dimension == TrendDimension.reasons || dimension == TrendDimension.reason_groups)) {
            return false;
        }
        var key = of(cell);
        return key == null || key.key().equals("unknown");
    }

    /** A loss without a reason is one whose reason is unknown; one whose text waits for an alias is not. */
    private @Nullable Key reason(Cell cell) {
        if (cell.unmapped()) {
            return null;
        }
        var id = cell.key() == null ? glossary.reasonByCode("unknown") : cell.key();
        if (id == null) {
            return null;
        }
        var reason = glossary.reason(glossary.canonicalReason(id));
        return new Key(reason.code(), reason.label());
    }

    private @Nullable Key group(Cell cell) {
        if (cell.unmapped()) {
            return null;
        }
        var id = cell.key() == null ? glossary.reasonByCode("unknown") : cell.key();
        if (id == null) {
            return null;
        }
        var group = glossary.reason(glossary.canonicalReason(id)).group();
        return new Key(group.name(), group.label());
    }

    private static Key outcome(@Nullable Outcome outcome) {
        var known = outcome == null ? Outcome.unknown : outcome;
        var words = known.name().replace('_', ' ');
        return new Key(known.name(), words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    private @Nullable Key market(@Nullable Long id) {
        if (id == null) {
            return null;
        }
        var value = glossary.marketValue(glossary.canonicalMarketValue(id));
        return new Key(value.key(), value.label());
    }
}
