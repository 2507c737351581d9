package dev.groundswell.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The middle half of a ratio, as it was told. */
@Schema(
        name = "ReleasedRange",
        description = "To 0.05, from ten values or more",
        requiredProperties = {"lower", "median", "upper"})
public record Range(
        @Schema(description = "A quarter lies below", examples = "0.05")
        double lower,

        @Schema(description = "A half lies below", examples = "0.15")
        double median,

        @Schema(description = "A quarter lies above", examples = "0.25")
        double upper) {}
