package dev.groundswell.pricing;

import org.jspecify.annotations.Nullable;

/**
 * Closed deals that have in common what a win rate by price asks about.
 *
 * @param told false where their source does not tell all its wins on that day
 * @param bin of the price index, as a place among {@link WinRates#EDGES}; null where a price is not known
 */
record WinCell(boolean won, boolean told, @Nullable Integer bin, long deals) {}
