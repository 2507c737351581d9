package dev.groundswell.pricing;

import dev.groundswell.release.FieldView;
import dev.groundswell.release.Range;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "FieldPriceRange",
        description = "What the field measured in confidence in a period that was sealed",
        requiredProperties = {"release", "period", "since", "until", "reporters", "range"})
record FieldRange(
        @Schema(description = "Where all that was told of the period is: `/v1/releases/{id}`", examples = "3")
        @Size(max = 20)
        String release,

        @Schema(description = "A quarter, a month, or from one month to another", examples = "2026-Q3") @Size(max = 20)
        String period,

        LocalDate since,
        LocalDate until,

        @Schema(
                description =
                        "People who reported anything, each counted once; how many of them told prices is not told",
                examples = "23",
                minimum = "3")
        int reporters,

        @Schema(description = "Each person is one, however many prices they told; two currencies are never compared")
        Range range) {

    /** Null where too few told prices. */
    static @Nullable FieldRange of(FieldView view, String measure) {
        var range = view.range(measure);
        return range == null
                ? null
                : new FieldRange(
                        String.valueOf(view.id()), view.period(), view.since(), view.until(), view.reporters(), range);
    }
}
