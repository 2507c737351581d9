package dev.groundswell.trend;

import dev.groundswell.deal.Outcome;
import dev.groundswell.deal.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Deals that have everything in common that a trend asks about.
 *
 * @param bucket the first day of its bucket
 * @param key the id that the trend is broken down by; null where it is not known, or no id
 * @param unmapped true where the primary reason is a text that no alias knows
 * @param needsEnrichment true where the source has not told the closing date, or the currency of an amount
 * @param deals how many, at least one
 * @param value the sum of what is known, null where nothing is
 */
record Cell(
        LocalDate bucket,
        State state,
        @Nullable Outcome outcome,
        @Nullable Long key,
        boolean unmapped,
        boolean needsEnrichment,
        String source,
        @Nullable String currency,
        long deals,
        @Nullable BigDecimal value) {

    /** A loss that counts: an invalid duplicate never was one. */
    boolean isLoss() {
        return state == State.lost && outcome != Outcome.invalid_duplicate;
    }

    /** A loss that counts against the win rate: neither a duplicate nor one that we did not want. */
    boolean isLossOfWinRate() {
        return isLoss() && outcome != Outcome.disqualified_by_us;
    }

    boolean isWin() {
        return state == State.won;
    }
}
