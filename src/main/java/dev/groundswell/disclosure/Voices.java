package dev.groundswell.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The voices of one seal. Sets of them are bit sets of their places. */
final class Voices {

    /** What a voice falls under in a view of which it says nothing. */
    static final String UNKNOWN = "unknown";

    /** What sums of fractions may be off by, depending on their order. */
    static final double GRAIN = 1e-9;

    private final List<Voice> voices;
    private final Map<String, Long> saidBy;

    Voices(List<Voice> voices) {
        this.voices = List.copyOf(voices);
        this.saidBy = voices.stream().collect(Collectors.groupingBy(Voice::speaker, Collectors.counting()));
    }

    Voice at(int place) {
        return voices.get(place);
    }

    BitSet all() {
        var all = new BitSet();
        all.set(0, voices.size());
        return all;
    }

    /** How many people speak in a set: the unit of every threshold. */
    int people(BitSet set) {
        return speakers(set).size();
    }

    Set<String> speakers(BitSet set) {
        return set.stream().mapToObj(place -> voices.get(place).speaker()).collect(Collectors.toSet());
    }

    /** A set parted by what its voices say in a view, in the order of the keys. */
    Map<String, BitSet> parts(BitSet set, String view) {
        var parts = new TreeMap<String, BitSet>();
        set.stream()
                .forEach(place -> parts.computeIfAbsent(
                                voices.get(place).says().getOrDefault(view, UNKNOWN), key -> new BitSet())
                        .set(place));
        return parts;
    }

    /**
     * What each speaker of a set contributes to it. A person who said a thing once weighs as much as one who said ten:
     * everybody is one, spread over all that they said.
     */
    Map<String, Double> weights(BitSet set) {
        var weights = new HashMap<String, Double>();
        set.stream()
                .mapToObj(place -> voices.get(place).speaker())
                .forEach(speaker -> weights.merge(speaker, 1.0 / saidBy.getOrDefault(speaker, 1L), Double::sum));
        return weights;
    }

    double weight(BitSet set) {
        return sum(weights(set));
    }

    /** True where a part weighs so much of a whole; sums of fractions are compared with a grain of salt. */
    boolean isAtLeast(double share, BitSet part, BitSet whole) {
        return weight(part) >= share * weight(whole) - GRAIN;
    }

    static double sum(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What two sets have in common. */
    static BitSet both(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
