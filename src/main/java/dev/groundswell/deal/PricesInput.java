package dev.groundswell.deal;

import dev.groundswell.http.Money;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The price points of a deal, each optional. */
@Schema(name = "Prices", description = "Price points, each optional and each in a currency of its own")
record PricesInput(
        @Schema(description = "List price") @Valid @Nullable Money list,

        @Schema(description = "What we quoted") @Valid @Nullable
        Money quoted,

        @Schema(description = "What the competitor asked") @Valid @Nullable
        Money competitor,

        @Schema(description = "What would have won the deal") @Valid @Nullable
        Money wouldHaveWon,

        @Schema(description = "The discount that the buyer asked for") @Valid @Nullable
        Money discountAsked) {}
