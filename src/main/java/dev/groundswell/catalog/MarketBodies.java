package dev.groundswell.catalog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about products, segments, regions and competitors. */
final class MarketBodies {

    private MarketBodies() {}

    /** A product, segment, region or competitor. */
    @Schema(
            name = "MarketValue",
            requiredProperties = {"key", "label", "archived"})
    record View(
            @Schema(description = "What filters take; never changes", examples = "platform") @Size(max = 200)
            String key,

            @Schema(examples = "Platform") @Size(max = 200) String label,

            @Schema(description = "No longer offered; still accepted and counted")
            boolean archived,

            @Schema(description = "Key of what this counts as", examples = "platform") @Size(max = 200) @Nullable
            String mergedInto) {

        static View of(MarketValue value, Glossary glossary) {
            return new View(
                    value.key,
                    value.label,
                    value.archived,
                    value.mergedInto == null
                            ? null
                            : glossary.marketValue(value.mergedInto).key());
        }
    }

    /** A new product, segment, region or competitor; its key follows from the label. */
    @Schema(name = "MarketValueCreate", requiredProperties = "label")
    record Create(
            @Schema(examples = "Platform")
            @NotNull
            @Size(min = 1, max = 200)
            @Pattern(regexp = "(?s).*[\\p{L}\\p{N}\\p{S}].*", message = "must hold a letter, a digit or a symbol")
            String label) {}

    /** What to change; absent keeps. */
    @Schema(name = "MarketValueUpdate")
    record Update(
            @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Nullable
            String label,

            @Nullable Boolean archived,

            @Schema(
                    description =
                            "Key of what this counts as from now on, the past included; null: count for itself again")
            @Size(min = 1, max = 200)
            @Nullable
            String mergedInto) {}
}
