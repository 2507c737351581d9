package dev.groundswell.trend;

import dev.groundswell.statistics.Share;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts the cells of one bucket, or of one series in it. */
final class Tally {

    private long lost;
    private long won;
    private long lostOfWinRate;
    private long unmapped;
    private long unknown;
    private long needsEnrichment;
    private final Map<String, BigDecimal> value = new TreeMap<>();
    private final Set<String> sources = new TreeSet<>();

    void add(Cell cell) {
        sources.add(cell.source());
        if (cell.isWin()) {
            won += cell.deals();
        }
        if (cell.isLossOfWinRate()) {
            lostOfWinRate += cell.deals();
        }
        if (cell.isLoss()) {
            lost += cell.deals();
            if (cell.needsEnrichment()) {
                needsEnrichment += cell.deals();
            }
            if (cell.currency() != null && cell.value() != null) {
                value.merge(cell.currency(), cell.value(), BigDecimal::add);
            }
        }
    }

    void addUnmapped(Cell cell) {
        if (cell.isLoss()) {
            unmapped += cell.deals();
        }
    }

    void addUnknown(Cell cell) {
        if (cell.isLoss()) {
            unknown += cell.deals();
        }
    }

    long lost() {
        return lost;
    }

    long won() {
        return won;
    }

    /** Won of what was won and lost; absent where nothing was. */
    @Nullable
    Share winRate() {
        long closed = won + lostOfWinRate;
        return closed == 0 ? null : Share.of(won, closed);
    }

    long unmapped() {
        return unmapped;
    }

    long unknown() {
        return unknown;
    }

    /** Losses of which the source has not told the closing date, or the currency of an amount. */
    long needsEnrichment() {
        return needsEnrichment;
    }

    Map<String, BigDecimal> value() {
        return value;
    }

    Set<String> sources() {
        return sources;
    }
}
