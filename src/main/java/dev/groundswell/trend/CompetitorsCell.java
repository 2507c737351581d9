package dev.groundswell.trend;

import dev.groundswell.catalog.Glossary;
import dev.groundswell.deal.Outcome;
import dev.groundswell.deal.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals that have everything in common that a trend asks about, and name the same competitors. */
@SuppressWarnings("ArrayRecordComponent") // as the driver gives them; compared with nothing
record CompetitorsCell(
        LocalDate bucket,
        State state,
        @Nullable Outcome outcome,
        Long[] competitors,
        boolean unmapped,
        boolean needsEnrichment,
        String source,
        @Nullable String currency,
        long deals,
        @Nullable BigDecimal value) {

    /** A deal counts once for each competitor that it names, however many names of it were merged; else for none. */
    List<Cell> parted(Glossary glossary) {
        var keys = Arrays.stream(competitors)
                .map(glossary::canonicalMarketValue)
                .distinct()
                .toList();
        return keys.isEmpty() ? List.of(whole()) : keys.stream().map(this::cell).toList();
    }

    /** Its deals once, whomever they name. */
    Cell whole() {
        return cell(null);
    }

    private Cell cell(@Nullable Long key) {
        return new Cell(bucket, state, outcome, key, unmapped, needsEnrichment, source, currency, deals, value);
    }
}
