package dev.groundswell.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount in its currency. Amounts are text, so that no reader rounds them; two currencies are never added up. */
@Schema(
        name = "Money",
        description = "An amount of zero or more in one currency, as text so that nothing rounds it",
        requiredProperties = {"amount", "currency"})
public record Money(
        @Schema(description = "Up to 15 digits and 4 decimals", examples = "1234.50")
        @NotNull
        @Size(max = 20)
        @Pattern(regexp = "^\\d{1,15}(\\.\\d{1,4})?$", message = "must be an amount such as 1234.50")
        String amount,

        @Schema(description = "ISO 4217", examples = "EUR") @NotNull @CurrencyCode
        String currency) {

    /** Null unless both parts are known. */
    public static @Nullable Money of(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount.toPlainString(), currency);
    }

    public BigDecimal toDecimal() {
        return new BigDecimal(amount);
    }
}
