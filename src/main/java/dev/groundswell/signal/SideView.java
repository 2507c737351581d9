package dev.groundswell.signal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One side of a comparison. */
@Schema(
        name = "SignalSide",
        description =
                "A share with its Wilson 95 % interval, or a median price gap with its bootstrap interval of 99.5 %",
        requiredProperties = {"deals", "value", "low", "high"})
public record SideView(
        @Schema(description = "Deals that count", examples = "84", minimum = "0")
        long deals,

        @Schema(description = "Those of them that name it; absent for price gaps", examples = "27", minimum = "0")
        @Nullable
        Long named,

        @Schema(description = "The share, or the median gap", examples = "0.32", minimum = "-1")
        double value,

        @Schema(examples = "0.23", minimum = "-1") double low,

        @Schema(examples = "0.43", minimum = "-1") double high) {

    /** As it is answered. */
    public static SideView of(Found.Side side) {
        return new SideView(side.deals(), side.named(), side.value(), side.low(), side.high());
    }
}
