package dev.groundswell.signal;

import dev.groundswell.statistics.MedianInterval;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    PriceMoves(Window window) {
        this.window = window;
    }

    /** By part of the market. */
    Map<Slice, Found> of(PriceBook prices) {
        var moved = new HashMap<Slice, Found>();
        prices.pages().forEach((slice, page) -> found(page).ifPresent(found -> moved.put(slice, found)));
        return moved;
    }

    private Optional<Found> found(PriceBook.Page page) {
        var period = List.of(window.period());
        var before = window.baseline();
        var counts = page.counts(period);
        var countsBefore = page.counts(before);
        var sellers = Set.copyOf(
                counts.keySet().stream().filter(countsBefore::containsKey).toList());
        counts.keySet().retainAll(sellers);
        countsBefore.keySet().retainAll(sellers);
        if (!isEnough(counts) || !isEnough(countsBefore)) {
            return Optional.empty();
        }
        var now = side(page.sorted(period, sellers::contains));
        var then = side(page.sorted(before, sellers::contains));
        double change = now.value() - then.value();
        boolean parted = now.low() > then.high() || now.high() < then.low();
        if (!parted || Math.abs(change) < CHANGE || !isSteady(page, sellers, change)) {
            return Optional.empty();
        }
        long moving = sellers.stream()
                .filter(seller -> change(page, Set.of(seller)) * change > 0)
                .count();
        return Optional.of(new Found(
                        now,
                        then,
                        change,
                        null,
                        Found.Test.median_bootstrap,
                        null,
                        sellers.size(),
                        moving,
                        period.get(0),
                        before,
                        series(page, sellers),
                        List.of()))
                .filter(found -> 2 * found.moving() > found.sellers());
    }

    private static boolean isEnough(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(each -> each).sum();
        return all >= Floors.DEALS
                && counts.size() >= Floors.SELLERS
                && Collections.max(counts.values()) <= Floors.LOUDEST * all;
    }

    /** Whichever one seller is left out, it moved the same way. */
    private boolean isSteady(PriceBook.Page page, Set<String> sellers, double change) {
        return sellers.stream().allMatch(left -> {
            var others = new HashSet<>(sellers);
            others.remove(left);
            return change(page, others) * change > 0;
        });
    }

    private double change(PriceBook.Page page, Set<String> sellers) {
        return median(page.sorted(List.of(window.period()), sellers::contains))
                - median(page.sorted(window.baseline(), sellers::contains));
    }

    private List<Found.Point> series(PriceBook.Page page, Set<String> sellers) {
        return window.months().stream()
                .filter(month -> page.sorted(List.of(month), sellers::contains).length >= Floors.DEALS)
                .map(month -> point(month, side(page.sorted(List.of(month), sellers::contains))))
                .toList();
    }

    private static Found.Point point(YearMonth month, Found.Side side) {
        return new Found.Point(month, side.deals(), side.value(), side.low(), side.high());
    }

    private static Found.Side side(double[] sorted) {
        var ranks = MedianInterval.of(sorted.length, TAIL);
        return new Found.Side(sorted.length, null, median(sorted), sorted[ranks.low() - 1], sorted[ranks.high() - 1]);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
