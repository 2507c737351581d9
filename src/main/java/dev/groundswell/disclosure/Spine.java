package dev.groundswell.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts a period from the top: into reason groups, those into reasons, those by one market dimension. One tree, the same
 * for everybody who asks, so that no two answers part the same people in two ways.
 */
final class Spine {

    /** From this part of a whole on, who is in the whole has said it. */
    static final double UNANIMOUS = 0.9;

    /** So many people there are, at least, where nine tenths are told of. */
    private static final int LEAST_BLURRED = 10;

    private final Voices voices;
    private final Terms terms;
    private final Merging merging;

    Spine(Voices voices, Terms terms) {
        this.voices = voices;
        this.terms = terms;
        this.merging = new Merging(voices, terms);
    }

    /** The whole period. */
    Node grow() {
        return new Node("", voices.all(), false, children(voices.all(), List.of()));
    }

    /** @param above what the parts of this parent are known to have said: the parent, and what it is part of */
    private List<Node> children(BitSet parent, List<BitSet> above) {
        var parts = parts(parent, above);
        if (parts == null) {
            return List.of();
        }
        var loud = unanimous(voices, terms, parts, parent);
        if (loud != null) {
            return isManyEnough(voices, parent)
                    ? List.of(new Node(loud, parts.getOrDefault(loud, parent), true, List.of()))
                    : List.of();
        }
        var children = new ArrayList<Node>();
        for (var part : merging.merge(parts).entrySet()) {
            boolean isNamed = !Merging.NAMELESS.contains(part.getKey());
            children.add(new Node(
                    part.getKey(),
                    part.getValue(),
                    false,
                    isNamed ? children(part.getValue(), with(above, part.getValue())) : List.of()));
        }
        return children;
    }

    private @Nullable Map<String, BitSet> parts(BitSet parent, List<BitSet> above) {
        int level = above.size();
        if (level < terms.taxonomy().size()) {
            return voices.parts(parent, terms.taxonomy().get(level));
        }
        return terms.market() == null || level > terms.taxonomy().size()
                ? null
                : withoutGivenAway(voices.parts(parent, terms.market()), terms.market(), above);
    }

    /**
     * Who is known to be of a market (a region, say) is known to have said what nearly all of that market say: such a
     * market is not told apart under it. Nor is it alone what is left.
     */
    private Map<String, BitSet> withoutGivenAway(Map<String, BitSet> parts, String market, List<BitSet> above) {
        if (terms.hold(Rule.BLUR_THE_UNANIMOUS)) {
            boolean any = false;
            for (var everywhere : voices.parts(voices.all(), market).entrySet()) {
                if (parts.containsKey(everywhere.getKey())
                        && above.stream().anyMatch(said -> isNearlyAll(said, everywhere.getValue()))) {
                    Merging.intoOther(parts, everywhere.getKey());
                    any = true;
                }
            }
            return any && parts.size() > 1 ? merging.without(parts, Merging.OTHER) : parts;
        }
        return parts;
    }

    private boolean isNearlyAll(BitSet said, BitSet everywhere) {
        return voices.isAtLeast(UNANIMOUS, Voices.both(said, everywhere), everywhere);
    }

    /** The part that nearly everybody in a whole says, before anything is merged: whether anybody dissents is not told. */
    static @Nullable String unanimous(Voices voices, Terms terms, Map<String, BitSet> parts, BitSet whole) {
        return terms.hold(Rule.BLUR_THE_UNANIMOUS)
                ? parts.entrySet().stream()
                        .filter(part -> !Merging.NAMELESS.contains(part.getKey())
                                && voices.isAtLeast(UNANIMOUS, part.getValue(), whole))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Of fewer people nine tenths can be nothing but all. */
    static boolean isManyEnough(Voices voices, BitSet whole) {
        return voices.people(whole) >= LEAST_BLURRED;
    }

    private static List<BitSet> with(List<BitSet> above, BitSet said) {
        var more = new ArrayList<>(above);
        more.add(said);
        return more;
    }
}
