package dev.groundswell.deal;

import dev.groundswell.catalog.Evidence;
import dev.groundswell.catalog.Strength;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why: a code of the workspace's taxonomy, or raw text as a CRM sends it. */
@Schema(
        name = "ReasonInput",
        description =
                "Why: either a `code` of the workspace's taxonomy, or raw `text`, which is matched by alias or waits as unmapped")
record ReasonInput(
        @Schema(description = "A code of the taxonomy", examples = "price_level") @Size(min = 1, max = 60) @Nullable
        String code,

        @Schema(description = "Raw text; always kept", examples = "too expensive")
        @Size(min = 1, max = 500)
        @Pattern(regexp = DealFields.NAME, message = DealFields.NAME_MESSAGE)
        @Nullable
        String text,

        @Schema(description = "How it is known") @Nullable Evidence evidence,

        @Schema(description = "How much it weighed") @Nullable
        Strength strength,

        @Schema(description = "In the buyer's or the rep's words", examples = "15 % over their budget")
        @Size(min = 1, max = 2000)
        @Nullable
        String note) {

    @AssertTrue(message = "must have either a code or a text")
    @Schema(hidden = true)
    boolean isEitherCodeOrText() {
        return (code == null) != (text == null);
    }
}
