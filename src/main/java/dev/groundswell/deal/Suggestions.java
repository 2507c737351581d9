package dev.groundswell.deal;

import dev.groundswell.catalog.BuiltIn;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.Trigrams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reasons that a text may mean: those of which the label, or a built-in alias, is most like it. */
@ApplicationScoped
class Suggestions {

    /** pg_trgm's own threshold for "similar". */
    private static final double SIMILAR = 0.3;

    private static final int MOST = 3;

    List<UnmappedResource.Suggestion> of(String text, Glossary glossary) {
        Map<String, Double> likeness = new HashMap<>();
        for (var reason : glossary.reasons()) {
            likeness.merge(reason.code(), Trigrams.similarity(text, reason.label()), Math::max);
        }
        for (var alias : BuiltIn.aliases()) {
            likeness.merge(alias.reason(), Trigrams.similarity(text, alias.text()), Math::max);
        }
        return glossary.reasons().stream()
                .filter(reason -> reason.mergedInto() == null)
                .filter(reason -> likeness.getOrDefault(reason.code(), 0.0) >= SIMILAR)
                .map(reason -> new UnmappedResource.Suggestion(
                        reason.code(), reason.label(), likeness.getOrDefault(reason.code(), 0.0)))
                .sorted(Comparator.comparingDouble(UnmappedResource.Suggestion::similarity)
                        .reversed()
                        .thenComparing(UnmappedResource.Suggestion::code))
                .limit(MOST)
                .toList();
    }
}
