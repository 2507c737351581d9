package dev.groundswell.trend;

import dev.groundswell.catalog.Converted;
import dev.groundswell.http.Money;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "TrendBucket",
        description = "One stretch of time",
        requiredProperties = {"start", "lost", "won", "unmapped", "unknown", "needs_enrichment", "value", "series"})
record BucketView(
        @Schema(
                description = "Its first day; the first and the last bucket hold only the days between since and until",
                examples = "2026-01-01")
        LocalDate start,

        @Schema(description = "Lost deals, without invalid duplicates", examples = "41", minimum = "0")
        long lost,

        @Schema(description = "Won deals", examples = "60", minimum = "0")
        long won,

        @Schema(
                description =
                        "won / (won + lost) without duplicates and deals that we disqualified; absent where a source does not "
                                + "tell its wins completely",
                examples = "0.594",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double winRate,

        @Schema(
                description = "Lower end of the win rate's Wilson 95 % interval",
                examples = "0.4966",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double winRateLow,

        @Schema(
                description = "Upper end of the win rate's Wilson 95 % interval",
                examples = "0.6847",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double winRateHigh,

        @Schema(
                description = "Lost deals whose primary reason is a text that no alias knows yet",
                examples = "2",
                minimum = "0")
        long unmapped,

        @Schema(description = "Lost deals of which this dimension is not known", examples = "3", minimum = "0")
        long unknown,

        @Schema(
                description =
                        "Lost deals of which the source has not told the closing date yet (the day of the report stands in), or not the "
                                + "currency of an amount",
                examples = "0",
                minimum = "0")
        long needsEnrichment,

        @Schema(description = "What the lost deals were worth, as far as it is known, in each currency")
        @Size(max = 200)
        List<Money> value,

        @Schema(
                description =
                        "The same as one sum, at the rates of the bucket's last day; absent where the workspace gives none")
        @Nullable
        Converted converted,

        @Schema(description = "The keys that have deals here or in the bucket before, the most lost first")
        @Size(max = 10000)
        List<SeriesView> series) {

    static BucketView of(
            LocalDate start,
            Tally total,
            boolean winsComplete,
            @Nullable Converted converted,
            List<SeriesView> series) {
        var winRate = winsComplete ? total.winRate() : null;
        return new BucketView(
                start,
                total.lost(),
                total.won(),
                winRate == null ? null : winRate.value(),
                winRate == null ? null : winRate.low(),
                winRate == null ? null : winRate.high(),
                total.unmapped(),
                total.unknown(),
                total.needsEnrichment(),
                money(total),
                converted,
                series);
    }

    static List<Money> money(Tally tally) {
        return tally.value().entrySet().stream()
                .map(each -> new Money(each.getValue().toPlainString(), each.getKey()))
                .toList();
    }
}
