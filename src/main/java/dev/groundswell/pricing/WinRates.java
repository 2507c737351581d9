package dev.groundswell.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Win rates by how dear we were. Plain: the same cells, in whatever order, give the same rates. */
final class WinRates {

    /** Where the next bin begins: ours as a part of the best rival's price. */
    static final List<BigDecimal> EDGES = Stream.of("0.8", "0.9", "0.95", "1", "1.05", "1.1", "1.2", "1.5")
            .map(BigDecimal::new)
            .toList();

    static final WinRates NONE = new WinRates(List.of());

    private final List<WinCell> cells;

    WinRates(List<WinCell> cells) {
        this.cells = cells;
    }

    /**
     * Deals of one bin.
     *
     * @param from inclusive; null: from nothing on
     * @param to exclusive; null: without an end
     */
    record Bin(@Nullable BigDecimal from, @Nullable BigDecimal to, long won, long lost) {}

    List<Bin> bins() {
        return Stream.iterate(0, i -> i <= EDGES.size(), i -> i + 1)
                .map(this::bin)
                .toList();
    }

    private Bin bin(int place) {
        return new Bin(
                place == 0 ? null : EDGES.get(place - 1),
                place == EDGES.size() ? null : EDGES.get(place),
                count(cell -> cell.told() && isIn(cell, place) && cell.won()),
                count(cell -> cell.told() && isIn(cell, place) && !cell.won()));
    }

    /** Deals that were closed on days on which their source tells all its wins. */
    long told(boolean won) {
        return count(cell -> cell.told() && cell.won() == won);
    }

    /** Those of them of which both prices are known. */
    long priced(boolean won) {
        return count(cell -> cell.told() && cell.won() == won && cell.bin() != null);
    }

    /** Deals that are left out, because their source does not tell all its wins. */
    long leftOut() {
        return count(cell -> !cell.told());
    }

    long closed() {
        return count(cell -> true);
    }

    private long count(Predicate<WinCell> which) {
        return cells.stream().filter(which).mapToLong(WinCell::deals).sum();
    }

    private static boolean isIn(WinCell cell, int place) {
        return cell.bin() != null && cell.bin() == place;
    }
}
