package dev.groundswell.pricing;

import dev.groundswell.deal.Interval;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PriceWinRates",
        description = "How often we win by how dear we are, over time",
        requiredProperties = {"zone", "since", "until", "buckets"})
record WinRatesView(
        @Schema(description = "Absent where the whole span is one bucket") @Nullable
        Interval interval,

        @Schema(description = "The zone of closing dates", examples = "Europe/Berlin") @Size(max = 60)
        String zone,

        @Schema(description = "First day, inclusive", examples = "2026-01-01")
        LocalDate since,

        @Schema(description = "Last day, inclusive", examples = "2026-12-31")
        LocalDate until,

        @Size(max = CurveQuery.MOST_BUCKETS) List<Stretch> buckets) {

    @Schema(
            name = "PriceWinRateBucket",
            description = "One stretch of time",
            requiredProperties = {"start", "win_rate", "series"})
    record Stretch(
            @Schema(
                    description =
                            "Its first day; the first and the last bucket hold only the days between since and until. `since` where the whole span "
                                    + "is one",
                    examples = "2026-01-01")
            LocalDate start,

            @Schema(description = "All deals of the bucket") WinRateView winRate,

            @Schema(description = "By what was asked for, the most closed first; empty where nothing was")
            @Size(max = 10000)
            List<Series> series) {}

    @Schema(
            name = "PriceWinRateSeries",
            description = "One key in one bucket",
            requiredProperties = {"key", "label", "win_rate"})
    record Series(
            @Schema(description = "What filters take", examples = "platform") @Size(max = 220)
            String key,

            @Schema(examples = "Platform") @Size(max = 220) String label,

            @Schema(description = "The deals of the key") WinRateView winRate) {}

    static WinRatesView of(String zone, PriceQuestion question, List<Bucket<WinRates>> buckets) {
        return new WinRatesView(
                question.interval(),
                zone,
                question.since(),
                question.until(),
                buckets.stream().map(WinRatesView::stretch).toList());
    }

    private static Stretch stretch(Bucket<WinRates> bucket) {
        return new Stretch(
                bucket.start(),
                WinRateView.of(bucket.whole()),
                bucket.series().stream()
                        .map(each -> new Series(each.key(), each.label(), WinRateView.of(each.cell())))
                        .toList());
    }
}
