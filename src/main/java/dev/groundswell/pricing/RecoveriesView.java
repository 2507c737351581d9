package dev.groundswell.pricing;

import dev.groundswell.deal.Interval;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PriceRecoveries",
        description = "What discounts would have won back, over time, and beside it what the field says",
        requiredProperties = {"zone", "since", "until", "buckets"})
record RecoveriesView(
        @Schema(description = "Absent where the whole span is one bucket") @Nullable
        Interval interval,

        @Schema(description = "The zone of closing dates", examples = "Europe/Berlin") @Size(max = 60)
        String zone,

        @Schema(description = "First day, inclusive", examples = "2026-01-01")
        LocalDate since,

        @Schema(description = "Last day, inclusive", examples = "2026-12-31")
        LocalDate until,

        @Size(max = CurveQuery.MOST_BUCKETS) List<Stretch> buckets,

        @Schema(
                description =
                        "The discounts that the field says would have won, in confidence: beside it and never added to it; absent where nothing "
                                + "was told that ended by `until`, where too few measured it, and where filters are set")
        @Nullable
        FieldRange fieldView) {

    @Schema(
            name = "PriceRecoveryBucket",
            description = "One stretch of time",
            requiredProperties = {"start", "recovery", "series"})
    record Stretch(
            @Schema(
                    description =
                            "Its first day; the first and the last bucket hold only the days between since and until. `since` where the whole span "
                                    + "is one",
                    examples = "2026-01-01")
            LocalDate start,

            @Schema(description = "All deals of the bucket") RecoveryView recovery,

            @Schema(description = "By what was asked for, the most lost first; empty where nothing was")
            @Size(max = 10000)
            List<Series> series) {}

    @Schema(
            name = "PriceRecoverySeries",
            description = "One key in one bucket",
            requiredProperties = {"key", "label", "recovery"})
    record Series(
            @Schema(description = "What filters take", examples = "platform") @Size(max = 220)
            String key,

            @Schema(examples = "Platform") @Size(max = 220) String label,

            @Schema(description = "The deals of the key") RecoveryView recovery) {}

    static RecoveriesView of(
            String zone, PriceQuestion question, List<Bucket<RecoveryCurve>> buckets, @Nullable FieldRange field) {
        return new RecoveriesView(
                question.interval(),
                zone,
                question.since(),
                question.until(),
                buckets.stream().map(bucket -> stretch(question, bucket)).toList(),
                field);
    }

    private static Stretch stretch(PriceQuestion question, Bucket<RecoveryCurve> bucket) {
        var rates = question.glossary().rates();
        var day = question.lastDay(bucket.start());
        return new Stretch(
                bucket.start(),
                RecoveryView.of(bucket.whole(), rates, day),
                bucket.series().stream()
                        .map(each -> new Series(each.key(), each.label(), RecoveryView.of(each.cell(), rates, day)))
                        .toList());
    }
}
