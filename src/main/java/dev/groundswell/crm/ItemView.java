package dev.groundswell.crm;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "DeliveryItem",
        description = "What became of one item of a delivery",
        requiredProperties = {"result"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemView(
        @Schema(description = "What became of it") Result result,

        @Schema(description = "The variant of the mapping that read it", examples = "v2") @Size(max = 60) @Nullable
        String variant,

        @Schema(description = "The id of the deal; absent where there is none", examples = "4711")
        @Size(max = 20)
        @Nullable
        String deal,

        @Schema(description = "Why it was refused: a code that stays the same", examples = "no_deal_id")
        @Size(max = 60)
        @Nullable
        String reason,

        @Schema(description = "The same for people", examples = "there is no id of a deal where one should be")
        @Size(max = 500)
        @Nullable
        String detail,

        @Schema(description = "What could not be used, and why") @Size(max = 50) @Nullable
        List<@Size(max = 300) String> remarks) {

    @Schema(
            name = "DeliveryItemResult",
            description =
                    "`folded` into its deal; `repeated`: the same event was told before; `ignored`: it is not about a deal; "
                            + "`refused`: it cannot be understood")
    enum Result {
        /** It was folded into its deal. */
        folded,
        /** The same event was told before. */
        repeated,
        /** It is about something else. */
        ignored,
        /** It cannot be understood. */
        refused
    }
}
