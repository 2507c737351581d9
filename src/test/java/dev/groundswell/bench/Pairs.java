package dev.groundswell.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Two things, run in turn.
 *
 * @param ratios of each pair, A to B
 */
record Pairs(List<Figures> a, List<Figures> b, List<Double> ratios) {

    /** Something that runs for so many seconds and says how it went. */
    interface Run {
        Figures run(int seconds) throws Exception;
    }

    static Pairs of(Scale scale, Run a, Run b) throws Exception {
        a.run(scale.warmUp());
        b.run(scale.warmUp());
        var as = new ArrayList<Figures>();
        var bs = new ArrayList<Figures>();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < scale.pairs(); i++) {
            var one = a.run(scale.seconds());
            var other = b.run(scale.seconds());
            as.add(one);
            bs.add(other);
            ratios.add(one.rate() / other.rate());
        }
        return new Pairs(as, bs, ratios);
    }

    double ratio() {
        return median(ratios);
    }

    /** The least and the most that a pair has shown. */
    String noise() {
        return Row.number(ratios.stream().min(Double::compare).orElseThrow()) + " - "
                + Row.number(ratios.stream().max(Double::compare).orElseThrow());
    }

    double rateOfA() {
        return median(a.stream().map(Figures::rate).toList());
    }

    double rateOfB() {
        return median(b.stream().map(Figures::rate).toList());
    }

    double p99OfA() {
        return median(a.stream().map(Figures::p99).toList());
    }

    double p99OfB() {
        return median(b.stream().map(Figures::p99).toList());
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
