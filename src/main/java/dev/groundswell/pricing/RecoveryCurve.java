package dev.groundswell.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What discounts would have won back. Plain: the same cells, in whatever order, give the same curve. */
final class RecoveryCurve {

    /** As parts of our quote. */
    static final List<BigDecimal> DISCOUNTS = Stream.of(
                    "0", "0.01", "0.02", "0.03", "0.05", "0.075", "0.1", "0.125", "0.15", "0.2", "0.25", "0.3", "0.4",
                    "0.5")
            .map(BigDecimal::new)
            .toList();

    static final RecoveryCurve NONE = new RecoveryCurve(List.of());

    private final List<RecoveryCell> cells;

    RecoveryCurve(List<RecoveryCell> cells) {
        this.cells = cells;
    }

    /**
     * What one discount would have won back.
     *
     * @param value of the deals, in each currency in which any is known, zero included
     */
    record Step(BigDecimal discount, long deals, Map<String, Sum> value) {}

    /** What so many deals were worth. */
    record Sum(long deals, BigDecimal amount) {

        static final Sum ZERO = new Sum(0, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(deals + other.deals, amount.add(other.amount));
        }
    }

    long lost() {
        return cells.stream().mapToLong(RecoveryCell::deals).sum();
    }

    long measured() {
        return measuredCells().mapToLong(RecoveryCell::deals).sum();
    }

    /** What the measured losses were worth, as far as it is known. */
    Map<String, Sum> value() {
        return value(Integer.MIN_VALUE);
    }

    List<Step> steps() {
        return Stream.iterate(0, i -> i < DISCOUNTS.size(), i -> i + 1)
                .map(i -> step(DISCOUNTS.get(i), DISCOUNTS.size() - i))
                .toList();
    }

    /** @param least where so many discounts would have been enough, this one is among them: it is the largest ones that are */
    private Step step(BigDecimal discount, int least) {
        return new Step(
                discount,
                measuredCells()
                        .filter(cell -> reached(cell) >= least)
                        .mapToLong(RecoveryCell::deals)
                        .sum(),
                value(least));
    }

    private Map<String, Sum> value(int least) {
        var sums = new TreeMap<String, Sum>();
        measuredCells().forEach(cell -> {
            if (cell.currency() != null && cell.value() != null) {
                sums.merge(
                        cell.currency(),
                        reached(cell) >= least ? new Sum(cell.deals(), cell.value()) : Sum.ZERO,
                        Sum::plus);
            }
        });
        return sums;
    }

    private Stream<RecoveryCell> measuredCells() {
        return cells.stream().filter(cell -> cell.reached() != null);
    }

    private static int reached(RecoveryCell cell) {
        return Objects.requireNonNull(cell.reached());
    }
}
