package dev.groundswell.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Losses that the same discounts would have won, of one currency.
 *
 * @param reached how many of the curve's discounts would have been enough; null where it is not known what would have been
 * @param currency of their values; null where no value is known
 * @param value their sum; null where none is known
 */
record RecoveryCell(
        @Nullable Integer reached,
        @Nullable String currency,
        long deals,
        @Nullable BigDecimal value) {}
