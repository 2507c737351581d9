package dev.groundswell.deal;

import dev.groundswell.catalog.Evidence;
import dev.groundswell.catalog.Strength;
import org.jspecify.annotations.Nullable;

/**
 * One reason on a deal's row.
 *
 * @param reason its id; null while no alias knows the text
 * @param text what the CRM or the rep wrote; null where a code was given
 * @param folded the text without case, accents, punctuation and spacing
 */
record ReasonRow(
        @Nullable Long reason,
        @Nullable String text,
        @Nullable String folded,
        @Nullable Evidence evidence,
        @Nullable Strength strength,
        @Nullable String note) {

    boolean isUnmapped() {
        return reason == null;
    }
}
