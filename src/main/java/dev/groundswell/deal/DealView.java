package dev.groundswell.deal;

import dev.groundswell.catalog.Evidence;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.Strength;
import dev.groundswell.http.Money;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Deal",
        description = "A deal as readers see it: the market's side of it. Its owner is nowhere in it",
        requiredProperties = {"id", "source", "external_id", "competitors", "reasons"})
record DealView(
        @Schema(examples = "4711") @Size(max = 20) String id,

        @Schema(examples = "hubspot") @Size(max = 60) String source,

        @Schema(examples = "9911") @Size(max = 200) String externalId,

        @Schema(description = "Absent until somebody tells it") @Nullable
        State state,

        @Schema(description = "The local day on which it was closed", examples = "2026-11-20") @Nullable
        LocalDate closedOn,

        @Schema(
                description =
                        "True where nobody told the closing date and the day on which the state was told stands in")
        @Nullable
        Boolean closedOnAssumed,

        @Schema(description = "How it was lost") @Nullable Outcome outcome,

        @Schema(description = "What it is, or was, worth") @Nullable
        Money value,

        @Schema(description = "What was offered") @Nullable MarketTag product,

        @Schema(description = "Which kind of buyer it is") @Nullable
        MarketTag segment,

        @Schema(description = "Where the buyer is") @Nullable
        MarketTag region,

        @Schema(description = "Who else was asked") @Size(max = 10)
        List<MarketTag> competitors,

        @Schema(description = "The primary reason first") @Size(max = 5)
        List<ReasonTag> reasons,

        @Nullable PricesInput prices,

        @Schema(description = "Free text of the open plane") @Size(max = 4000) @Nullable
        String note) {

    @Schema(
            name = "MarketTag",
            description = "A product, segment, region or competitor of a deal",
            requiredProperties = {"key", "label"})
    record MarketTag(
            @Schema(description = "What filters take", examples = "platform") @Size(max = 200)
            String key,

            @Schema(examples = "Platform") @Size(max = 200) String label) {

        static @Nullable MarketTag of(@Nullable Long id, Glossary glossary) {
            if (id == null) {
                return null;
            }
            var value = glossary.marketValue(glossary.canonicalMarketValue(id));
            return new MarketTag(value.key(), value.label());
        }
    }

    @Schema(name = "DealReason", description = "Why a deal was lost; without a code, its text is not mapped yet")
    record ReasonTag(
            @Schema(description = "Absent while no alias knows the text", examples = "price_level")
            @Size(max = 60)
            @Nullable
            String code,

            @Schema(examples = "Price level") @Size(max = 200) @Nullable
            String label,

            @Schema(description = "The raw text, where one was given", examples = "too expensive")
            @Size(max = 500)
            @Nullable
            String text,

            @Schema(description = "How it is known") @Nullable
            Evidence evidence,

            @Schema(description = "How much it weighed") @Nullable
            Strength strength,

            @Schema(description = "In the buyer's or the rep's words", examples = "15 % over their budget")
            @Size(max = 2000)
            @Nullable
            String note) {

        static ReasonTag of(ReasonRow row, Glossary glossary) {
            var reason = row.reason() == null ? null : glossary.reason(glossary.canonicalReason(row.reason()));
            return new ReasonTag(
                    reason == null ? null : reason.code(),
                    reason == null ? null : reason.label(),
                    row.text(),
                    row.evidence(),
                    row.strength(),
                    row.note());
        }
    }

    static DealView of(Written written) {
        return of(written.id(), written.row(), written.glossary());
    }

    static DealView of(long id, DealRow row, Glossary glossary) {
        return new DealView(
                String.valueOf(id),
                row.source(),
                row.externalId(),
                row.state(),
                row.closedOn(),
                (row.closedOn() != null && !row.closedOnTold()) ? true : null,
                row.outcome(),
                Money.of(row.valueAmount(), row.valueCurrency()),
                MarketTag.of(row.product(), glossary),
                MarketTag.of(row.segment(), glossary),
                MarketTag.of(row.region(), glossary),
                row.competitors().stream()
                        .map(glossary::canonicalMarketValue)
                        .distinct()
                        .map(competitor -> MarketTag.of(competitor, glossary))
                        .toList(),
                row.reasons().stream()
                        .map(reason -> ReasonTag.of(reason, glossary))
                        .toList(),
                prices(row),
                row.note());
    }

    private static @Nullable PricesInput prices(DealRow row) {
        var prices = new PricesInput(
                money(row.listAmount(), row.listCurrency()),
                money(row.quotedAmount(), row.quotedCurrency()),
                money(row.competitorAmount(), row.competitorCurrency()),
                money(row.wouldHaveWonAmount(), row.wouldHaveWonCurrency()),
                money(row.discountAskedAmount(), row.discountAskedCurrency()));
        return prices.equals(new PricesInput(null, null, null, null, null)) ? null : prices;
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return Money.of(amount, currency);
    }
}
