package dev.groundswell.pricing;

import dev.groundswell.statistics.Share;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "CountedShare",
        description = "So many of so many: a share never comes without what it was counted from",
        requiredProperties = {"count", "of"})
record CountedShare(
        @Schema(description = "How many", examples = "17", minimum = "0")
        long count,

        @Schema(description = "Of how many", examples = "41", minimum = "0")
        long of,

        @Schema(
                description = "count / of; absent where that is of none",
                examples = "0.415",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double share,

        @Schema(
                description = "Lower end of the share's Wilson 95 % interval",
                examples = "0.278",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double shareLow,

        @Schema(
                description = "Upper end of the share's Wilson 95 % interval",
                examples = "0.566",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double shareHigh) {

    static CountedShare of(long count, long of) {
        if (of == 0) {
            return new CountedShare(count, of, null, null, null);
        }
        var share = Share.of(count, of);
        return new CountedShare(count, of, share.value(), share.low(), share.high());
    }
}
