package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.Term;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees to it that the catalog knows every product, segment, region, competitor and source that changes speak of. */
@ApplicationScoped
class Vocabulary {

    private static final Map<Field, Dimension> MARKET = Map.of(
            Field.product, Dimension.product,
            Field.segment, Dimension.segment,
            Field.region, Dimension.region);

    private final Catalog catalog;

    Vocabulary(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The catalog, in which all that these changes name is known (reasons apart, which wait as unmapped). */
    Glossary learn(List<DealChange> changes) {
        var glossary = catalog.glossary();
        if (missingTerms(changes, glossary).isEmpty()
                && missingSources(changes, glossary).isEmpty()) {
            return glossary;
        }
        var fresh = catalog.reload();
        var terms = missingTerms(changes, fresh);
        var sources = missingSources(changes, fresh);
        return terms.isEmpty() && sources.isEmpty() ? fresh : catalog.learn(terms, sources);
    }

    /** True where this is the code of a reason, be it one that was added a moment ago. */
    boolean isReason(String code) {
        return catalog.glossary().reasonByCode(code) != null || catalog.reload().reasonByCode(code) != null;
    }

    private static Set<Term> missingTerms(List<DealChange> changes, Glossary glossary) {
        var missing = new LinkedHashSet<Term>();
        for (var change : changes) {
            MARKET.forEach((field, dimension) -> {
                var name = change.fields().get(field);
                if (name != null && !name.isNull()) {
                    addMissing(missing, dimension, name, glossary);
                }
            });
            var competitors = change.fields().get(Field.competitors);
            if (competitors != null) {
                competitors.forEach(name -> addMissing(missing, Dimension.competitor, name, glossary));
            }
        }
        return missing;
    }

    private static void addMissing(Set<Term> missing, Dimension dimension, JsonNode name, Glossary glossary) {
        if (glossary.marketValue(dimension, name.textValue()) == null) {
            missing.add(new Term(dimension, name.textValue()));
        }
    }

    private static Set<String> missingSources(List<DealChange> changes, Glossary glossary) {
        var missing = new LinkedHashSet<String>();
        for (var change : changes) {
            if (!glossary.knowsSource(change.source())) {
                missing.add(change.source());
            }
        }
        return missing;
    }
}
