package dev.groundswell.pricing;

import dev.groundswell.catalog.Converted;
import dev.groundswell.catalog.Rates;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PriceRecovery",
        description = "What discounts would have won back: at most, for a price is not the only reason",
        requiredProperties = {"measured", "value", "curve"})
record RecoveryView(
        @Schema(
                description =
                        "Lost deals, without invalid duplicates, whose quote is known, and in its currency what would have won, or else "
                                + "what the competitor asked")
        CountedShare measured,

        @Schema(description = "What the measured were worth, as far as it is known, in each currency") @Size(max = 200)
        List<Worth> value,

        @Schema(
                description =
                        "The same as one sum, at the rates of the bucket's last day, or of `until` where the whole span is one; absent where the "
                                + "workspace gives none")
        @Nullable
        Converted converted,

        @Schema(description = "By discount, the smallest first") @Size(max = 20)
        List<Step> curve) {

    @Schema(
            name = "DealsWorth",
            description = "What deals were worth in one currency",
            requiredProperties = {"amount", "currency", "deals"})
    record Worth(
            @Schema(description = "The sum", examples = "98000.00") @Size(max = 60)
            String amount,

            @Schema(examples = "EUR") @Size(min = 3, max = 3)
            String currency,

            @Schema(description = "How many deals that is the sum of", examples = "34", minimum = "0")
            long deals) {}

    @Schema(
            name = "RecoveryStep",
            description = "What one discount would have won back",
            requiredProperties = {"discount", "recovered", "value"})
    record Step(
            @Schema(description = "As a part of our quote", examples = "0.05", minimum = "0", maximum = "1")
            double discount,

            @Schema(description = "Those of the measured losses that need no more than this")
            CountedShare recovered,

            @Schema(description = "What those were worth, in each currency") @Size(max = 200)
            List<Value> value,

            @Schema(description = "The same as one sum, at the same rates as that of the whole") @Nullable
            Converted converted) {}

    @Schema(
            name = "RecoveredValue",
            description = "What part of the value in one currency",
            requiredProperties = {"amount", "of", "currency", "deals"})
    record Value(
            @Schema(description = "The sum", examples = "41000.00") @Size(max = 60)
            String amount,

            @Schema(description = "Of all that the measured losses were worth in this currency", examples = "98000.00")
            @Size(max = 60)
            String of,

            @Schema(examples = "EUR") @Size(min = 3, max = 3)
            String currency,

            @Schema(description = "How many deals the amount is the sum of", examples = "14", minimum = "0")
            long deals,

            @Schema(
                    description = "amount / of; absent where that is of nothing",
                    examples = "0.418",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double share) {

        static Value of(String currency, RecoveryCurve.Sum part, RecoveryCurve.Sum whole) {
            return new Value(
                    part.amount().toPlainString(),
                    whole.amount().toPlainString(),
                    currency,
                    part.deals(),
                    whole.amount().signum() == 0
                            ? null
                            : part.amount()
                                    .divide(whole.amount(), MathContext.DECIMAL64)
                                    .doubleValue());
        }
    }

    /** @param day whose rates convert the sums */
    static RecoveryView of(RecoveryCurve curve, Rates rates, LocalDate day) {
        var whole = curve.value();
        return new RecoveryView(
                CountedShare.of(curve.measured(), curve.lost()),
                whole.entrySet().stream()
                        .map(each -> new Worth(
                                each.getValue().amount().toPlainString(),
                                each.getKey(),
                                each.getValue().deals()))
                        .toList(),
                rates.convert(amounts(whole), day),
                curve.steps().stream()
                        .map(step -> new Step(
                                step.discount().doubleValue(),
                                CountedShare.of(step.deals(), curve.measured()),
                                values(step.value(), whole),
                                rates.convert(amounts(step.value()), day)))
                        .toList());
    }

    private static List<Value> values(Map<String, RecoveryCurve.Sum> sums, Map<String, RecoveryCurve.Sum> whole) {
        return sums.entrySet().stream()
                .map(sum -> Value.of(
                        sum.getKey(), sum.getValue(), whole.getOrDefault(sum.getKey(), RecoveryCurve.Sum.ZERO)))
                .toList();
    }

    private static Map<String, BigDecimal> amounts(Map<String, RecoveryCurve.Sum> sums) {
        return sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().amount()));
    }
}
