package dev.groundswell.pricing;

import dev.groundswell.catalog.Converted;
import dev.groundswell.catalog.Rates;
import dev.groundswell.deal.DaysQuery;
import dev.groundswell.http.Money;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What discounts would have won back, and beside it what the field says. */
@Schema(
        name = "PriceRecovery",
        requiredProperties = {"zone", "since", "until", "measured", "value", "curve"})
record RecoveryView(
        @Schema(description = "The zone of closing dates", examples = "Europe/Berlin") @Size(max = 60)
        String zone,

        @Schema(description = "First day, inclusive", examples = "2026-01-01")
        LocalDate since,

        @Schema(description = "Last day, inclusive", examples = "2026-12-31")
        LocalDate until,

        @Schema(
                description =
                        "Lost deals, without invalid duplicates, whose quote is known, and in its currency what would have won, or else "
                                + "what the competitor asked")
        CountedShare measured,

        @Schema(description = "What the measured were worth, as far as it is known, in each currency") @Size(max = 200)
        List<Money> value,

        @Schema(description = "The same as one sum, at the rates of `until`; absent where the workspace gives none")
        @Nullable
        Converted converted,

        @Size(max = 20) List<Step> curve,

        @Schema(
                description =
                        "The discounts that the field says would have won, in confidence: beside it and never added to it; absent where nothing "
                                + "was told that ended by `until`, where too few measured it, and where filters are set")
        @Nullable
        FieldRange fieldView) {

    /** What one discount would have won back. */
    @Schema(
            name = "RecoveryStep",
            requiredProperties = {"discount", "recovered", "value"})
    record Step(
            @Schema(description = "As a part of our quote", examples = "0.05", minimum = "0", maximum = "1")
            double discount,

            @Schema(description = "Those of the measured losses that need no more than this")
            CountedShare recovered,

            @Schema(description = "What those were worth, in each currency") @Size(max = 200)
            List<Value> value,

            @Schema(description = "The same as one sum, at the rates of `until`; absent where the workspace gives none")
            @Nullable
            Converted converted) {}

    /** What part of the value in one currency. */
    @Schema(
            name = "RecoveredValue",
            requiredProperties = {"amount", "of", "currency"})
    record Value(
            @Schema(examples = "41000.00") @Size(max = 60) String amount,

            @Schema(description = "Of all that the measured losses were worth in this currency", examples = "98000.00")
            @Size(max = 60)
            String of,

            @Schema(examples = "EUR") @Size(min = 3, max = 3)
            String currency,

            @Schema(
                    description = "amount / of; absent where that is of nothing",
                    examples = "0.418",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double share) {

        static Value of(BigDecimal amount, BigDecimal of, String currency) {
            return new Value(
                    amount.toPlainString(),
                    of.toPlainString(),
                    currency,
                    of.signum() == 0
                            ? null
                            : amount.divide(of, MathContext.DECIMAL64).doubleValue());
        }
    }

    static RecoveryView of(
            String zone, DaysQuery.Days days, RecoveryCurve curve, Rates rates, @Nullable FieldRange field) {
        var whole = curve.value();
        return new RecoveryView(
                zone,
                days.since(),
                days.until(),
                CountedShare.of(curve.measured(), curve.lost()),
                whole.entrySet().stream()
                        .map(sum -> new Money(sum.getValue().toPlainString(), sum.getKey()))
                        .toList(),
                rates.convert(whole, days.until()),
                curve.steps().stream()
                        .map(step -> new Step(
                                step.discount().doubleValue(),
                                CountedShare.of(step.deals(), curve.measured()),
                                values(step.value(), whole),
                                rates.convert(step.value(), days.until())))
                        .toList(),
                field);
    }

    private static List<Value> values(Map<String, BigDecimal> sums, Map<String, BigDecimal> whole) {
        return sums.entrySet().stream()
                .map(sum -> Value.of(sum.getValue(), whole.getOrDefault(sum.getKey(), BigDecimal.ZERO), sum.getKey()))
                .toList();
    }
}
