package dev.groundswell.pricing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PriceGap",
        description = "How dear we were against whom we lost to",
        requiredProperties = {"lost", "measured", "not_dearer"})
record GapView(
        @Schema(description = "Lost deals, without invalid duplicates", examples = "41", minimum = "0")
        long lost,

        @Schema(description = "Those of them whose quote and competitor's price are known in one currency")
        CountedShare measured,

        @Schema(
                description =
                        "Median of (ours - theirs) / theirs: 0.12 says that we were 12 % dearer; absent where none is measured",
                examples = "0.12")
        @Nullable
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
        Double medianHigh,

        @Schema(description = "A quarter of the measured lies below", examples = "0.03") @Nullable
        Double lowerQuartile,

        @Schema(description = "A quarter of the measured lies above", examples = "0.24") @Nullable
        Double upperQuartile,

        @Schema(description = "Those of the measured that were lost although we were as cheap, or cheaper")
        CountedShare notDearer) {

    static GapView of(GapCell cell) {
        var quartiles = cell.quartiles();
        var interval = cell.interval();
        return new GapView(
                cell.lost(),
                CountedShare.of(cell.measured(), cell.lost()),
                quartiles == null ? null : quartiles.median(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                quartiles == null ? null : quartiles.lower(),
                quartiles == null ? null : quartiles.upper(),
                CountedShare.of(cell.notDearer(), cell.measured()));
    }
}
