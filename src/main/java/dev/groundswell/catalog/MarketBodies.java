package dev.groundswell.catalog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about products, segments, regions and competitors. */
final class MarketBodies {

    private MarketBodies() {}

    @Schema(
            name = "MarketValue",
            description = "A product, segment, region or competitor",
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

    @Schema(
            name = "MarketValueCreate",
            description = "A new product, segment, region or competitor; its key follows from the label",
            requiredProperties = "label")
    record Create(
            @Schema(examples = "Platform")
            @NotNull
            @Size(min = 1, max = 200)
            @Pattern(regexp = "(?s).*[\\p{L}\\p{N}\\p{S}].*", message = "must hold a letter, a digit or a symbol")
            String label) {}

    @Schema(
            name = "MarketValueUpdate",
            description = "What to change of a product, segment, region or competitor; absent keeps")
    record Update(
            @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Nullable
            String label,

            @Schema(description = "No longer offered; still accepted and counted") @Nullable
            Boolean archived,

            @Schema(
                    description =
                            "Key of what this counts as from now on, the past included; null: count for itself again")
            @Size(min = 1, max = 200)
            @Nullable
            String mergedInto) {}
}
