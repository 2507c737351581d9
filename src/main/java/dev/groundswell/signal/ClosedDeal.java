package dev.groundswell.signal;

import dev.groundswell.deal.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal that was lost or won, as a scan reads it.
 *
 * @param seller the pseudonym; null where nobody told who
 * @param retold true where it is what it is by an import or a new reading: no signal rests on it
 * @param gap by how much our price was above the competitor's, as a part of theirs; null where not both are known in one currency
 */
record ClosedDeal(
        LocalDate closedOn,
        @Nullable String seller,
        boolean isWon,
        @Nullable Outcome outcome,
        @Nullable Long reason,
        boolean retold,
        String source,
        @Nullable Long product,
        @Nullable Long segment,
        @Nullable Long region,
        List<Long> competitors,
        @Nullable Double gap) {}
