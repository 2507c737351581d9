package dev.groundswell.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Quantiles of what voices measured, for the whole period only: two sets of quantiles could be set against each other. */
final class Measures {

    static final int LEAST_VALUES = 10;
    private static final double COARSE = 0.05;

    private final List<Voice> voices;
    private final Terms terms;

    Measures(List<Voice> voices, Terms terms) {
        this.voices = voices;
        this.terms = terms;
    }

    Map<String, Quantiles> quantiles() {
        var quantiles = new TreeMap<String, Quantiles>();
        for (var name : names()) {
            var middle = middle(name);
            if (isEnough(middle)) {
                quantiles.put(name, quantiles(middle, name));
            }
        }
        return quantiles;
    }

    private Set<String> names() {
        return voices.stream()
                .flatMap(voice -> voice.measures().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whoever measured it, from the least to the most, without the two ends. */
    List<Voice> middle(String name) {
        var measured = voices.stream()
                .filter(voice -> voice.measures().containsKey(name))
                .sorted(Comparator.comparingDouble(voice -> value(voice, name)))
                .toList();
        return terms.hold(Rule.COARSEN_QUANTILES)
                ? measured.subList(
                        Math.min(1, measured.size()), Math.max(measured.size() - 1, Math.min(1, measured.size())))
                : measured;
    }

    private boolean isEnough(List<Voice> middle) {
        return !terms.hold(Rule.COARSEN_QUANTILES)
                || (middle.size() + 2 >= LEAST_VALUES
                        && middle.stream().map(Voice::speaker).distinct().count() >= terms.k());
    }

    /** A value weighs what is left of its speaker's one: ten values of one person are no more than one of another. */
    private Quantiles quantiles(List<Voice> middle, String name) {
        var values = middle.stream().collect(Collectors.groupingBy(Voice::speaker, Collectors.counting()));
        var weighted = middle.stream()
                .map(voice -> new Weighted(value(voice, name), 1.0 / values.getOrDefault(voice.speaker(), 1L)))
                .toList();
        return new Quantiles(at(weighted, 0.25), at(weighted, 0.5), at(weighted, 0.75));
    }

    private static double value(Voice voice, String name) {
        return voice.measures().getOrDefault(name, 0.0);
    }

    private double at(List<Weighted> values, double part) {
        double whole = values.stream().mapToDouble(Weighted::weight).sum();
        double sofar = 0;
        for (var value : values) {
            sofar += value.weight();
            if (sofar >= part * whole - Voices.GRAIN) {
                return coarse(value.value());
            }
        }
        return coarse(values.get(values.size() - 1).value());
    }

    private double coarse(double value) {
        return terms.hold(Rule.COARSEN_QUANTILES)
                ? Math.round(value / COARSE) / (double) Math.round(1 / COARSE)
                : value;
    }

    private record Weighted(double value, double weight) {}
}
