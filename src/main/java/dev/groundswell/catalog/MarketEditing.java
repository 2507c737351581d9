package dev.groundswell.catalog;

import dev.groundswell.access.Audit;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of market values: one spelling of many, keys never change, no circles, nothing that is used goes. */
@ApplicationScoped
class MarketEditing {

    private final MarketValue.Repository values;
    private final Alias.Repository aliases;
    private final Taxonomy taxonomy;
    private final Instance<Usage> usages;
    private final Catalog catalog;
    private final Audit audit;

    MarketEditing(
            MarketValue.Repository values,
            Alias.Repository aliases,
            Taxonomy taxonomy,
            Instance<Usage> usages,
            Catalog catalog,
            Audit audit) {
        this.values = values;
        this.aliases = aliases;
        this.taxonomy = taxonomy;
        this.usages = usages;
        this.catalog = catalog;
        this.audit = audit;
    }

    MarketValue create(Dimension dimension, String label) {
        taxonomy.lock();
        refuseTaken(dimension, label, null);
        return add(dimension, label);
    }

    /** Without asking whether there is one; the caller has locked the catalog. */
    MarketValue add(Dimension dimension, String label) {
        var slug = Folding.slug(label);
        var key = values.findByKey(dimension, slug).isPresent() ? Folding.distinctSlug(label) : slug;
        var value = new MarketValue(dimension, key, label.strip());
        taxonomy.glossaryChanged();
        values.persistAndFlush(value);
        audit.tell(dimension + "_added", key);
        return value;
    }

    void update(MarketValue value, MergePatch<MarketBodies.Update> body) {
        taxonomy.lock();
        var change = body.value();
        if (body.has("label")) {
            var label = required("/label", change.label()).strip();
            refuseTaken(value.dimension, label, value.id);
            value.label = label;
        }
        if (body.has("archived")) {
            value.archived = required("/archived", change.archived());
        }
        if (body.has("merged_into")) {
            value.mergedInto =
                    change.mergedInto() == null ? null : mergeTarget(value, "/merged_into", change.mergedInto()).id;
        }
        taxonomy.glossaryChanged();
        values.flush();
        audit.tell(value.dimension + "_changed", value.key);
    }

    void delete(MarketValue value) {
        taxonomy.lock();
        boolean named = values.count("mergedInto", value.id) > 0 || aliases.count("marketValue", value.id) > 0;
        if (named || usages.stream().anyMatch(usage -> usage.usesMarketValue(value.dimension, value.id))) {
            throw ProblemException.of(ProblemType.conflict, "What is used is never deleted; archive it, or merge it");
        }
        taxonomy.glossaryChanged();
        values.delete(value);
        values.flush();
        audit.tell(value.dimension + "_removed", value.key);
    }

    /** What this value may be merged into. */
    MarketValue mergeTarget(MarketValue value, String pointer, String key) {
        var target = values.findByKey(value.dimension, key)
                .orElseThrow(
                        () -> ProblemException.invalid(pointer, "names no " + value.dimension + " of this workspace"));
        var seen = new HashSet<Long>();
        for (@Nullable MarketValue next = target; next != null && seen.add(next.id); ) {
            if (Objects.equals(next.id, value.id)) {
                throw ProblemException.invalid(pointer, "would lead back to the same " + value.dimension);
            }
            next = next.mergedInto == null ? null : values.findById(next.mergedInto);
        }
        return target;
    }

    /** A name leads to one value: by what it is called now, or was called when it was added. */
    private void refuseTaken(Dimension dimension, String label, @Nullable Long mine) {
        var taken = catalog.reload().marketValue(dimension, label);
        if (taken != null && !taken.equals(mine)) {
            throw ProblemException.of(ProblemType.conflict, "This name leads to another " + dimension + " already");
        }
    }

    private static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(pointer, "cannot be cleared");
        }
        return value;
    }
}
