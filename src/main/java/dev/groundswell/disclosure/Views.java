package dev.groundswell.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Views of the whole period beside the spine: by product, say. Two views cross, and a crossing of few people could be had
 * by subtraction; so each further view is made coarser until whoever is in the same groups of all that is told is one of k.
 */
final class Views {

    private final Voices voices;
    private final Terms terms;
    private final Merging merging;
    private final List<BitSet> said;
    private List<BitSet> classes;

    Views(Voices voices, Terms terms, Node spine) {
        this.voices = voices;
        this.terms = terms;
        this.merging = new Merging(voices, terms);
        this.said = spine.named().map(Node::voices).toList();
        this.classes = spine.atoms().map(Node::voices).toList();
    }

    /** What may be told, by the name of the view. */
    Map<String, List<Node>> choose() {
        var chosen = new LinkedHashMap<String, List<Node>>();
        for (var view : terms.further()) {
            var parts = parts(view);
            if (!parts.isEmpty()) {
                chosen.put(view, parts);
            }
        }
        return chosen;
    }

    private List<Node> parts(String view) {
        var raw = voices.parts(voices.all(), view);
        var loud = Spine.unanimous(voices, terms, raw, voices.all());
        if (loud != null) {
            return Spine.isManyEnough(voices, voices.all())
                    ? List.of(new Node(loud, raw.getOrDefault(loud, new BitSet()), true, List.of()))
                    : List.of();
        }
        var parts = merging.merge(raw);
        for (var exposed = exposed(parts); exposed.isPresent(); exposed = exposed(parts)) {
            parts = merging.without(parts, exposed.get());
        }
        if (!parts.isEmpty()) {
            classes = crossings(parts);
        }
        return parts.entrySet().stream()
                .map(part -> new Node(part.getKey(), part.getValue(), false, List.of()))
                .toList();
    }

    /** A part whose crossing with what is told already holds fewer than k people, or nearly all of the part. */
    private Optional<String> exposed(Map<String, BitSet> parts) {
        return parts.entrySet().stream()
                .filter(part -> isCrossedByFew(part.getValue()) || isGivenAway(part.getValue()))
                .map(Map.Entry::getKey)
                .sorted((a, b) -> Boolean.compare(a.equals(Merging.OTHER), b.equals(Merging.OTHER)))
                .findFirst();
    }

    private boolean isCrossedByFew(BitSet part) {
        return terms.hold(Rule.KEEP_CROSSINGS)
                && classes.stream()
                        .map(known -> Voices.both(known, part))
                        .anyMatch(crossing -> !crossing.isEmpty() && voices.people(crossing) < terms.k());
    }

    private boolean isGivenAway(BitSet part) {
        return terms.hold(Rule.BLUR_THE_UNANIMOUS)
                && said.stream().anyMatch(each -> voices.isAtLeast(Spine.UNANIMOUS, Voices.both(each, part), part));
    }

    private List<BitSet> crossings(Map<String, BitSet> parts) {
        var crossings = new ArrayList<BitSet>();
        for (var known : classes) {
            for (var part : parts.values()) {
                var both = Voices.both(known, part);
                if (!both.isEmpty()) {
                    crossings.add(both);
                }
            }
        }
        return crossings;
    }
}
