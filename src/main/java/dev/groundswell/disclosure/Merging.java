package dev.groundswell.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Parts that are too small to be told become one: "other", which then hides at least k people, too. */
final class Merging {

    static final String OTHER = "other";

    /** Keys that say nothing of whoever is under them. */
    static final Set<String> NAMELESS = Set.of(OTHER, Voices.UNKNOWN);

    private final Voices voices;
    private final Terms terms;

    Merging(Voices voices, Terms terms) {
        this.voices = voices;
        this.terms = terms;
    }

    /** The parts that may be told; empty where nothing is left to tell apart. */
    Map<String, BitSet> merge(Map<String, BitSet> parts) {
        var merged = new TreeMap<>(parts);
        if (terms.hold(Rule.MERGE_THE_FEW)) {
            for (var part : parts.entrySet()) {
                if (voices.people(part.getValue()) < terms.k()) {
                    intoOther(merged, part.getKey());
                }
            }
        }
        if (terms.hold(Rule.FILL_THE_REST)) {
            fill(merged);
        }
        return NAMELESS.containsAll(merged.keySet()) ? Map.of() : merged;
    }

    private void fill(Map<String, BitSet> merged) {
        while (merged.containsKey(OTHER) && merged.size() > 1 && voices.people(merged.get(OTHER)) < terms.k()) {
            intoOther(merged, smallest(merged));
        }
    }

    /** The same parts without this one apart; where that is "other", it takes in its smallest sibling. */
    Map<String, BitSet> without(Map<String, BitSet> parts, String key) {
        var fewer = new TreeMap<>(parts);
        intoOther(fewer, key.equals(OTHER) ? smallest(fewer) : key);
        return merge(fewer);
    }

    /** Moves a part into "other"; what was called so from the start stays there. */
    static void intoOther(Map<String, BitSet> parts, String key) {
        var part = parts.remove(key);
        if (part != null) {
            parts.merge(OTHER, part, (other, added) -> {
                var both = (BitSet) other.clone();
                both.or(added);
                return both;
            });
        }
    }

    /** By people, then by key, so that the same voices are always parted the same way. */
    private String smallest(Map<String, BitSet> merged) {
        return merged.entrySet().stream()
                .filter(part -> !part.getKey().equals(OTHER))
                .min(Comparator.comparingInt((Map.Entry<String, BitSet> part) -> voices.people(part.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }
}
