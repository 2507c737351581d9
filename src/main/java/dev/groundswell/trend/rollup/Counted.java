package dev.groundswell.trend.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Closed deals that have everything in common that a trend asks about.
 *
 * @param bucket the first day of its bucket
 * @param value what the breakdown is by: one id, several competitors, or none
 * @param reason the primary reason; null where it is not known
 * @param amount the sum of what is known, null where nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // as the driver gives them; compared with nothing
public record Counted(
        LocalDate bucket,
        String state,
        @Nullable String outcome,
        Long[] value,
        @Nullable Long reason,
        boolean unmapped,
        boolean needsEnrichment,
        String source,
        @Nullable String currency,
        long deals,
        @Nullable BigDecimal amount) {}
