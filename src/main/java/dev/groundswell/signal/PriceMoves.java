package dev.groundswell.signal;

import dev.groundswell.signal.PriceBook.Gap;
import dev.groundswell.statistics.MedianInterval;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds price gaps that moved: the bootstrap intervals of the medians part, in the period and before it. Sellers do not part
 * the deals here, so it takes enough of them, none with more than half, and none without whom it would be otherwise.
 */
final class PriceMoves {

    /** In gaps: two points. */
    static final double CHANGE = 0.02;
    /** Beyond each end of an interval: few parts of the market part by chance, however many there are. */
    private static final double TAIL = 0.0025;

    private final Window window;

    PriceMoves(Window window) {
        this.window = window;
    }

    /** By part of the market. */
    Map<Slice, Found> of(PriceBook prices) {
        var moved = new HashMap<Slice, Found>();
        prices.gaps().forEach((slice, gaps) -> found(gaps).ifPresent(found -> moved.put(slice, found)));
        return moved;
    }

    private Optional<Found> found(List<Gap> gaps) {
        var now = among(gaps, List.of(window.period()));
        var before = among(gaps, window.baseline());
        if (!isEnough(now) || !isEnough(before)) {
            return Optional.empty();
        }
        var here = side(now);
        var there = side(before);
        boolean parted = here.low() > there.high() || here.high() < there.low();
        double change = here.value() - there.value();
        if (!parted || Math.abs(change) < CHANGE || !isSteady(now, before, change)) {
            return Optional.empty();
        }
        var own = medians(now);
        var ownBefore = medians(before);
        own.keySet().retainAll(ownBefore.keySet());
        return Optional.of(new Found(
                here,
                there,
                change,
                null,
                Found.Test.median_bootstrap,
                null,
                own.size(),
                own.entrySet().stream()
                        .filter(seller ->
                                (seller.getValue() - ownBefore.getOrDefault(seller.getKey(), 0.0)) * change > 0)
                        .count(),
                window.baseline(),
                series(gaps),
                List.of()));
    }

    private static List<Gap> among(List<Gap> gaps, Collection<YearMonth> months) {
        return gaps.stream().filter(gap -> months.contains(gap.month())).toList();
    }

    private static boolean isEnough(List<Gap> gaps) {
        var bySeller = gaps.stream()
                .map(Gap::seller)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(seller -> seller, Collectors.counting()));
        long loudest = bySeller.values().stream().mapToLong(each -> each).max().orElse(0);
        return gaps.size() >= Floors.DEALS
                && bySeller.size() >= Floors.SELLERS
                && loudest <= Floors.LOUDEST * gaps.size();
    }

    /** Whichever one seller is left out, it moved the same way. */
    private static boolean isSteady(List<Gap> now, List<Gap> before, double change) {
        return now.stream()
                .map(Gap::seller)
                .filter(Objects::nonNull)
                .distinct()
                .allMatch(seller -> (median(without(now, seller)) - median(without(before, seller))) * change > 0);
    }

    private static List<Gap> without(List<Gap> gaps, String seller) {
        return gaps.stream().filter(gap -> !seller.equals(gap.seller())).toList();
    }

    private static Map<String, Double> medians(List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.seller() != null)
                .collect(Collectors.groupingBy(
                        gap -> Objects.requireNonNull(gap.seller()),
                        Collectors.collectingAndThen(Collectors.toList(), PriceMoves::median)));
    }

    private List<Found.Point> series(List<Gap> gaps) {
        return window.months().stream()
                .filter(month -> among(gaps, List.of(month)).size() >= MedianInterval.LEAST_VALUES)
                .map(month -> {
                    var side = side(among(gaps, List.of(month)));
                    return new Found.Point(month, side.deals(), side.value(), side.low(), side.high());
                })
                .toList();
    }

    private static Found.Side side(List<Gap> gaps) {
        var sorted = gaps.stream().mapToDouble(Gap::gap).sorted().toArray();
        var ranks = MedianInterval.of(sorted.length, TAIL);
        return new Found.Side(sorted.length, null, median(gaps), sorted[ranks.low() - 1], sorted[ranks.high() - 1]);
    }

    private static double median(List<Gap> gaps) {
        var sorted = gaps.stream().mapToDouble(Gap::gap).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
