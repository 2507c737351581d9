package dev.groundswell.signal;

import dev.groundswell.statistics.MedianInterval;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds price gaps that moved: the bootstrap intervals of the medians part, in the period and before it. Sellers do not part
 * the deals here, so only those count who have some on both sides, there have to be enough of them, none with more than half
 * of the deals, none without whom it would be otherwise, and most of them have to move the same way.
 */
final class PriceMoves {

    /** In gaps: two points. */
    static final double CHANGE = 0.02;
    /** Beyond each end of an interval: few parts of the market part by chance, however many there are. */
    private static final double TAIL = 0.0005;

    private final Window window;
    private final List<YearMonth> months;

    PriceMoves(Window window) {
        this.window = window;
        this.months = window.months();
    }

    /** By part of the market. */
    Map<Slice, Found> of(PriceBook prices) {
        var moved = new HashMap<Slice, Found>();
        prices.gaps().forEach((slice, gaps) -> found(gaps).ifPresent(found -> moved.put(slice, found)));
        return moved;
    }

    private Optional<Found> found(Gaps gaps) {
        var own = among(gaps, List.of(window.period())).sortedBySeller();
        var ownBefore = among(gaps, window.baseline()).sortedBySeller();
        own.keySet().retainAll(ownBefore.keySet());
        ownBefore.keySet().retainAll(own.keySet());
        if (!isEnough(own) || !isEnough(ownBefore)) {
            return Optional.empty();
        }
        var all = Medians.merged(own.values());
        var allBefore = Medians.merged(ownBefore.values());
        var now = side(all);
        var before = side(allBefore);
        double change = now.value() - before.value();
        boolean parted = now.low() > before.high() || now.high() < before.low();
        long moving = own.keySet().stream()
                .filter(seller -> (Medians.of(of(own, seller)) - Medians.of(of(ownBefore, seller))) * change > 0)
                .count();
        boolean isSteady = own.keySet().stream()
                .allMatch(seller ->
                        (Medians.without(all, of(own, seller)) - Medians.without(allBefore, of(ownBefore, seller)))
                                        * change
                                > 0);
        if (!parted || Math.abs(change) < CHANGE || !isSteady || 2 * moving <= own.size()) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                now,
                before,
                change,
                null,
                Found.Test.median_bootstrap,
                null,
                own.size(),
                moving,
                window.period(),
                window.baseline(),
                series(gaps),
                List.of()));
    }

    private static double[] of(Map<Integer, double[]> gaps, int seller) {
        return Objects.requireNonNull(gaps.get(seller));
    }

    private Gaps among(Gaps gaps, Collection<YearMonth> these) {
        var places = new BitSet();
        these.stream().mapToInt(months::indexOf).forEach(places::set);
        return gaps.among(places::get);
    }

    private static boolean isEnough(Map<Integer, double[]> bySeller) {
        int all = bySeller.values().stream().mapToInt(each -> each.length).sum();
        int loudest =
                bySeller.values().stream().mapToInt(each -> each.length).max().orElse(0);
        return all >= Floors.DEALS && bySeller.size() >= Floors.SELLERS && loudest <= Floors.LOUDEST * all;
    }

    private List<Found.Point> series(Gaps gaps) {
        return months.stream()
                .map(month -> Map.entry(month, among(gaps, List.of(month)).sorted()))
                .filter(each -> each.getValue().length >= Floors.DEALS)
                .map(each -> {
                    var side = side(each.getValue());
                    return new Found.Point(each.getKey(), side.deals(), side.value(), side.low(), side.high());
                })
                .toList();
    }

    private static Found.Side side(double[] sorted) {
        var ranks = MedianInterval.of(sorted.length, TAIL);
        return new Found.Side(
                sorted.length, null, Medians.of(sorted), sorted[ranks.low() - 1], sorted[ranks.high() - 1]);
    }
}
