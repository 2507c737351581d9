package dev.groundswell.disclosure;

import java.util.BitSet;
import java.util.List;

/** What part of the whole each group is. */
final class Shares {

    private static final double HUNDREDTH = 100;

    private final Voices voices;
    private final Terms terms;

    Shares(Voices voices, Terms terms) {
        this.voices = voices;
        this.terms = terms;
    }

    /** Siblings as they are told; together they are the whole. */
    List<Slice> of(List<Node> nodes) {
        double whole = nodes.stream().mapToDouble(this::weight).sum();
        return nodes.stream().map(node -> slice(node, whole)).toList();
    }

    private Slice slice(Node node, double whole) {
        return node.unanimous()
                ? new Slice(node.key(), null, Spine.UNANIMOUS, List.of())
                : new Slice(
                        node.key(),
                        Math.round(HUNDREDTH * weight(node) / whole + Voices.GRAIN) / HUNDREDTH,
                        null,
                        node.children().stream()
                                .map(child -> slice(child, whole))
                                .toList());
    }

    /** Made of the finest groups alone, so that nothing finer can be had from it. */
    private double weight(Node node) {
        return node.atoms().mapToDouble(atom -> weight(atom.voices())).sum();
    }

    /** Where one person is more than half of a group, as if the others were as much. */
    double weight(BitSet atom) {
        var weights = voices.weights(atom);
        double all = Voices.sum(weights);
        double loudest =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return terms.hold(Rule.CAP_THE_LOUD) ? all - Math.max(0, loudest - (all - loudest)) : all;
    }
}
