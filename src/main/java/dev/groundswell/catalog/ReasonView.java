package dev.groundswell.catalog;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Reason",
        description = "A reason of the workspace's taxonomy",
        requiredProperties = {"code", "label", "group", "archived"})
record ReasonView(
        @Schema(description = "Never changes", examples = "price_level") @Size(max = 60)
        String code,

        @Schema(examples = "Price level") @Size(max = 200) String label,

        ReasonGroup group,

        @Schema(description = "Code of the reason that this is a kind of", examples = "product_gap")
        @Size(max = 60)
        @Nullable
        String parent,

        @Schema(description = "No longer offered; still accepted and counted")
        boolean archived,

        @Schema(description = "Code of the reason that this counts as", examples = "product_gap")
        @Size(max = 60)
        @Nullable
        String mergedInto) {

    @Schema(
            name = "ReasonPage",
            description = "One page of the taxonomy, and which version of it",
            requiredProperties = {"items", "taxonomy_version"})
    record Listing(
            @Size(max = 200) List<ReasonView> items,

            @Schema(description = "Ask again with this as `cursor`; absent on the last page", maxLength = 1000)
            @Nullable
            String nextCursor,

            @Schema(description = "Rises with each change of the taxonomy", examples = "3", minimum = "1")
            int taxonomyVersion) {}

    static ReasonView of(Reason reason, Glossary glossary) {
        return new ReasonView(
                reason.code,
                reason.label,
                reason.group,
                reason.parent == null ? null : glossary.reason(reason.parent).code(),
                reason.archived,
                reason.mergedInto == null
                        ? null
                        : glossary.reason(reason.mergedInto).code());
    }
}
