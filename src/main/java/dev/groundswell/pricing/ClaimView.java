package dev.groundswell.pricing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PriceClaim",
        description = "Whether prices bear out that the price was a reason",
        requiredProperties = {"cited", "supported", "contradicted", "unmeasured"})
record ClaimView(
        @Schema(
                description =
                        "Lost deals with a reason of the group `price`, whether the primary or a contributing one",
                examples = "41",
                minimum = "0")
        long cited,

        @Schema(description = "Those of the measured in which we were dearer")
        CountedShare supported,

        @Schema(description = "Those of the measured in which we were as cheap, or cheaper")
        CountedShare contradicted,

        @Schema(
                description =
                        "Those of the cited whose two prices are not known in one currency: neither true nor false")
        CountedShare unmeasured,

        @Schema(description = "Median gap of the measured; absent where none is", examples = "0.12") @Nullable
        Double median,

        @Schema(
                description =
                        "Lower end of the median's bootstrap 95 % interval; absent where fewer than six are measured",
                examples = "0.08")
        @Nullable
        Double medianLow,

        @Schema(
                description =
                        "Upper end of the median's bootstrap 95 % interval; absent where fewer than six are measured",
                examples = "0.17")
        @Nullable
        Double medianHigh) {

    /** @param cell of losses that cite a price reason */
    static ClaimView of(GapCell cell) {
        var quartiles = cell.quartiles();
        var interval = cell.interval();
        return new ClaimView(
                cell.lost(),
                CountedShare.of(cell.dearer(), cell.measured()),
                CountedShare.of(cell.notDearer(), cell.measured()),
                CountedShare.of(cell.unmeasured(), cell.lost()),
                quartiles == null ? null : quartiles.median(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high());
    }
}
