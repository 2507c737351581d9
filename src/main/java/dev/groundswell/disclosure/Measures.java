package dev.groundswell.disclosure;

import java.util.ArrayList;
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
            var measured = voices.stream()
                    .filter(voice -> voice.measures().containsKey(name))
                    .toList();
            if (isEnough(measured)) {
                quantiles.put(name, quantiles(measured, name));
            }
        }
        return quantiles;
    }

    private Set<String> names() {
        return voices.stream()
                .flatMap(voice -> voice.measures().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isEnough(List<Voice> measured) {
        return !terms.hold(Rule.COARSEN_QUANTILES)
                || (measured.size() >= LEAST_VALUES
                        && measured.stream().map(Voice::speaker).distinct().count() >= terms.k());
    }

    /** A value weighs what is left of its speaker's one: ten values of one person are no more than one of another. */
    private Quantiles quantiles(List<Voice> measured, String name) {
        var values = measured.stream().collect(Collectors.groupingBy(Voice::speaker, Collectors.counting()));
        var weighted = new ArrayList<>(measured.stream()
                .map(voice -> new Weighted(
                        voice.measures().getOrDefault(name, 0.0), 1.0 / values.getOrDefault(voice.speaker(), 1L)))
                .sorted(Comparator.comparingDouble(Weighted::value))
                .toList());
        if (terms.hold(Rule.COARSEN_QUANTILES)) {
            weighted.remove(weighted.size() - 1);
            weighted.remove(0);
        }
        return new Quantiles(at(weighted, 0.25), at(weighted, 0.5), at(weighted, 0.75));
    }

    private double at(List<Weighted> values, double part) {
        double whole = values.stream().mapToDouble(Weighted::weight).sum();
        double sofar = 0;
        for (var value : values) {
            sofar += value.weight();
            if (sofar >= part * whole) {
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
