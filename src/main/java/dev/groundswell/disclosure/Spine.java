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
        return new Node("", voices.all(), false, children(voices.all(), 0));
    }

    private List<Node> children(BitSet parent, int level) {
        var parts = parts(parent, level);
        if (parts == null) {
            return List.of();
        }
        var children = new ArrayList<Node>();
        for (var part : merging.merge(parts).entrySet()) {
            boolean isNamed = !Merging.NAMELESS.contains(part.getKey());
            if (isNamed && isUnanimous(part.getValue(), parent)) {
                return List.of(new Node(part.getKey(), part.getValue(), true, List.of()));
            }
            children.add(new Node(
                    part.getKey(), part.getValue(), false, isNamed ? children(part.getValue(), level + 1) : List.of()));
        }
        return children;
    }

    private @Nullable Map<String, BitSet> parts(BitSet parent, int level) {
        if (level < terms.taxonomy().size()) {
            return voices.parts(parent, terms.taxonomy().get(level));
        }
        return level == terms.taxonomy().size() && terms.market() != null
                ? withoutGivenAway(voices.parts(parent, terms.market()), terms.market())
                : null;
    }

    /**
     * Who is known to be of a market (a region, say) is known to have said what nearly all of that market say: such a
     * market is not told apart under it.
     */
    private Map<String, BitSet> withoutGivenAway(Map<String, BitSet> parts, String market) {
        if (terms.hold(Rule.BLUR_THE_UNANIMOUS)) {
            var everywhere = voices.parts(voices.all(), market);
            everywhere.forEach((key, all) -> {
                var here = parts.get(key);
                if (here != null && voices.weight(here) >= UNANIMOUS * voices.weight(all)) {
                    Merging.intoOther(parts, key);
                }
            });
        }
        return parts;
    }

    private boolean isUnanimous(BitSet part, BitSet parent) {
        return terms.hold(Rule.BLUR_THE_UNANIMOUS) && voices.weight(part) >= UNANIMOUS * voices.weight(parent);
    }
}
