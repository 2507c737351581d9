package dev.groundswell.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Attacks a picture before anybody else can: with the voices at hand it looks for numbers, and for sums and differences of
 * numbers, that speak of fewer than k people, or mostly of one. It shares no step with what made the picture.
 */
final class SealAudit {

    private static final double ROUNDING = 0.011;

    private final List<Voice> list;
    private final Voices voices;
    private final Terms terms;

    SealAudit(List<Voice> list, Terms terms) {
        this.list = list;
        this.voices = new Voices(list);
        this.terms = terms;
    }

    /** What is wrong, in words that name nobody; empty where the picture may be told. */
    List<String> findings(Picture picture) {
        var numbers = Told.figures(picture, voices, terms);
        var sums = new ArrayList<BitSet>();
        sums.add(voices.all());
        numbers.stream().filter(number -> number.slice().share() != null).forEach(number -> sums.add(number.voices()));

        var findings = new ArrayList<String>();
        if (anyFew(sums)) {
            findings.add("a number speaks of fewer than k people");
        }
        if (anyFew(classes(sums))) {
            findings.add("the people in the same groups of every view are fewer than k");
        }
        if (anyFew(RowSpace.reduced(sums, list.size()))) {
            findings.add("numbers subtracted from each other speak of fewer than k people");
        }
        if (numbers.stream().anyMatch(number -> isMostlyOne(number, numbers))) {
            findings.add("one person is more than half of a number");
        }
        if (numbers.stream().anyMatch(this::isUnanimous)) {
            findings.add("nine of ten say one thing, and it is told how many");
        }
        if (numbers.stream().anyMatch(number -> givesAway(number, numbers))) {
            findings.add("nearly all of a market say one thing, and both are told");
        }
        if (picture.quantiles().keySet().stream().anyMatch(this::isThin)) {
            findings.add("quantiles of too few values or people");
        }
        if (picture.quotes().entrySet().stream()
                .anyMatch(quoted -> quoted.getValue().isEmpty()
                        || speakersQuotedIn(quoted.getKey()) < Math.max(Quotes.LEAST_PEOPLE, terms.k()))) {
            findings.add("words of fewer than ten people");
        }
        return findings;
    }

    private boolean anyFew(Collection<BitSet> sets) {
        return sets.stream().anyMatch(set -> !set.isEmpty() && voices.people(set) < terms.k());
    }

    /** Voices that no number tells apart. */
    private Collection<BitSet> classes(List<BitSet> sums) {
        var classes = new HashMap<BitSet, BitSet>();
        for (int place = 0; place < list.size(); place++) {
            var signature = new BitSet();
            for (int sum = 0; sum < sums.size(); sum++) {
                signature.set(sum, sums.get(sum).get(place));
            }
            classes.computeIfAbsent(signature, each -> new BitSet()).set(place);
        }
        return classes.values();
    }

    /** True where a number holds more of one person than of all the others in it. */
    private boolean isMostlyOne(Told.Figure number, List<Told.Figure> numbers) {
        var share = number.slice().share();
        if (share == null || !number.finest() || capped(number) == voices.weight(number.voices())) {
            return false;
        }
        double whole = numbers.stream()
                .filter(other -> other.finest()
                        && other.slice().share() != null
                        && other.view().equals(number.view()))
                .mapToDouble(this::capped)
                .sum();
        return share > capped(number) / whole + ROUNDING;
    }

    /** What a group weighs where its loudest person is at most as much as the others together. */
    private double capped(Told.Figure number) {
        var weights = voices.weights(number.voices());
        double loudest =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return Math.min(Voices.sum(weights), 2 * (Voices.sum(weights) - loudest));
    }

    private boolean isUnanimous(Told.Figure number) {
        return number.slice().share() != null
                && !Merging.NAMELESS.contains(number.slice().key())
                && voices.isAtLeast(Spine.UNANIMOUS, number.voices(), number.above());
    }

    /** What is left of a measure without its ends has to be of k people, and of ten values with them. */
    private boolean isThin(String measure) {
        var measured = list.stream()
                .filter(voice -> voice.measures().containsKey(measure))
                .sorted(Comparator.comparingDouble(voice -> voice.measures().getOrDefault(measure, 0.0)))
                .toList();
        return measured.size() < Measures.LEAST_VALUES
                || measured.subList(1, measured.size() - 1).stream()
                                .map(Voice::speaker)
                                .distinct()
                                .count()
                        < terms.k();
    }

    /** True where nearly all of a market say one thing: who is known to be of it is known to have said that. */
    private boolean givesAway(Told.Figure market, List<Told.Figure> numbers) {
        return !market.view().isEmpty()
                && market.slice().share() != null
                && numbers.stream()
                        .filter(number -> number.view().isEmpty()
                                && !Merging.NAMELESS.contains(number.slice().key()))
                        .anyMatch(number -> voices.isAtLeast(
                                Spine.UNANIMOUS, Voices.both(number.voices(), market.voices()), market.voices()));
    }

    private long speakersQuotedIn(String group) {
        return list.stream()
                .filter(voice -> voice.quote() != null)
                .filter(voice -> group.equals(voice.says().get(terms.taxonomy().get(0))))
                .map(Voice::speaker)
                .distinct()
                .count();
    }
}
