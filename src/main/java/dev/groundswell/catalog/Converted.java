package dev.groundswell.catalog;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sum over several currencies at an admin's rates: the one place where they are added up, and it says so. */
@Schema(
        name = "ConvertedMoney",
        description =
                "Sums in several currencies as one, at the workspace's exchange rates. An estimate beside the sums in each currency, never "
                        + "in place of them",
        requiredProperties = {"amount", "currency", "rates", "missing"})
public record Converted(
        @Schema(description = "The sum", examples = "812000.00") @Size(max = 60)
        String amount,

        @Schema(description = "What the workspace reports in", examples = "EUR") @Size(min = 3, max = 3)
        String currency,

        @Schema(
                description = "How many other currencies were converted; 0: all of it was told in this one",
                examples = "1",
                minimum = "0")
        int rates,

        @Schema(description = "Currencies that had no rate yet, and are left out; empty: nothing is left out")
        @Size(max = 200)
        List<@Size(min = 3, max = 3) String> missing) {}
