package dev.groundswell.pricing;

import dev.groundswell.deal.Interval;
import dev.groundswell.deal.SpanQuery;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "PriceClaims",
        description = "Whether prices bear out that the price was a reason, over time",
        requiredProperties = {"interval", "zone", "since", "until", "buckets"})
record ClaimsView(
        Interval interval,

        @Schema(description = "The zone of closing dates", examples = "Europe/Berlin") @Size(max = 60)
        String zone,

        @Schema(description = "First day, inclusive", examples = "2026-01-01")
        LocalDate since,

        @Schema(description = "Last day, inclusive", examples = "2026-12-31")
        LocalDate until,

        @Size(max = SpanQuery.MOST_BUCKETS) List<Stretch> buckets) {

    @Schema(
            name = "PriceClaimBucket",
            description = "One stretch of time",
            requiredProperties = {"start", "claim", "series"})
    record Stretch(
            @Schema(
                    description =
                            "Its first day; the first and the last bucket hold only the days between since and until",
                    examples = "2026-01-01")
            LocalDate start,

            @Schema(description = "All deals of the bucket") ClaimView claim,

            @Schema(description = "By what was asked for, the most cited first; empty where nothing was")
            @Size(max = 10000)
            List<Series> series) {

        static Stretch of(Bucket<GapCell> bucket) {
            return new Stretch(
                    bucket.start(),
                    ClaimView.of(bucket.whole()),
                    bucket.series().stream()
                            .map(each -> new Series(each.key(), each.label(), ClaimView.of(each.cell())))
                            .toList());
        }
    }

    @Schema(
            name = "PriceClaimSeries",
            description = "One key in one bucket",
            requiredProperties = {"key", "label", "claim"})
    record Series(
            @Schema(description = "What filters take", examples = "platform") @Size(max = 220)
            String key,

            @Schema(examples = "Platform") @Size(max = 220) String label,

            @Schema(description = "The deals of the key") ClaimView claim) {}
}
