package dev.groundswell.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Whom each number of a picture is about, worked out from its keys alone: "other" is whoever says none of its siblings'
 * keys. What built the picture is not asked.
 */
final class Told {

    /**
     * A number.
     *
     * @param view whose numbers together are the whole; empty for the spine
     * @param above the voices of the slice above
     * @param finest true where nothing finer is told of the same voices
     */
    record Figure(String view, Slice slice, BitSet voices, BitSet above, boolean finest) {}

    private final Voices voices;
    private final List<Figure> numbers = new ArrayList<>();

    private Told(Voices voices) {
        this.voices = voices;
    }

    static List<Figure> figures(Picture picture, Voices voices, Terms terms) {
        var told = new Told(voices);
        told.add(picture.slices(), voices.all(), 0, terms);
        picture.views()
                .forEach((view, slices) -> told.add(view, slices, voices.all(), voices.parts(voices.all(), view)));
        return told.numbers;
    }

    private void add(List<Slice> slices, BitSet above, int level, Terms terms) {
        if (slices.isEmpty()) {
            return;
        }
        var view = level < terms.taxonomy().size() ? terms.taxonomy().get(level) : String.valueOf(terms.market());
        add("", slices, above, voices.parts(above, view))
                .forEach(number -> add(number.slice().parts(), number.voices(), level + 1, terms));
    }

    private List<Figure> add(String view, List<Slice> slices, BitSet above, Map<String, BitSet> parts) {
        var rest = (BitSet) above.clone();
        slices.stream()
                .filter(slice -> !slice.key().equals(Merging.OTHER))
                .forEach(slice -> rest.andNot(parts.getOrDefault(slice.key(), new BitSet())));
        var added = slices.stream()
                .map(slice -> new Figure(
                        view,
                        slice,
                        slice.key().equals(Merging.OTHER) ? rest : parts.getOrDefault(slice.key(), new BitSet()),
                        above,
                        slice.parts().isEmpty() || slice.parts().get(0).atLeast() != null))
                .toList();
        numbers.addAll(added);
        return added;
    }
}
