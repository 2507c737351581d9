package dev.groundswell.catalog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What admins send about reasons. */
final class ReasonBodies {

    private ReasonBodies() {}

    @Schema(
            name = "ReasonCreate",
            description = "A new reason",
            requiredProperties = {"code", "label", "group"})
    record Create(
            @Schema(description = "Lower-case words joined by underscores; never changes", examples = "sso")
            @NotNull
            @Size(min = 1, max = 60)
            @Pattern(regexp = "[a-z][a-z0-9_]*", message = "must be lower-case letters, digits and _, such as no_sso")
            String code,

            @Schema(examples = "No single sign-on")
            @NotNull
            @Size(min = 1, max = 200)
            @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String label,

            @Schema(description = "The group that it falls into") @NotNull
            ReasonGroup group,

            @Schema(
                    description = "Code of the reason that this is a kind of; at most one level",
                    examples = "product_gap")
            @Size(min = 1, max = 60)
            @Nullable
            String parent) {}

    @Schema(name = "ReasonUpdate", description = "What to change of a reason; absent keeps")
    record Update(
            @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Nullable
            String label,

            @Schema(description = "The group that it falls into") @Nullable
            ReasonGroup group,

            @Schema(description = "Null: a reason of its own again") @Size(min = 1, max = 60) @Nullable
            String parent,

            @Schema(description = "No longer offered; still accepted and counted") @Nullable
            Boolean archived,

            @Schema(description = "Count as this reason from now on, the past included; null: count for itself again")
            @Size(min = 1, max = 60)
            @Nullable
            String mergedInto) {}
}
