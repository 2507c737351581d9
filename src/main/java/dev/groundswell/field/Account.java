package dev.groundswell.field;

import dev.groundswell.catalog.Evidence;
import dev.groundswell.catalog.Strength;
import dev.groundswell.http.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rep says about a loss. Kept encrypted, and read by nothing but the seal. */
@Schema(
        name = "FieldAccount",
        description =
                "What you say about a loss. Nobody sees it but you: it is counted with what others say, or not at all",
        requiredProperties = "reasons")
record Account(
        @Schema(
                description =
                        "Kept as a hash, so that you report it once, until the report is sealed; a deal is never changed by what you say here")
        @Valid
        @Nullable
        Deal deal,

        @Schema(description = "Why: the primary reason first, then up to four that contributed")
        @NotNull
        @Size(min = 1, max = 5)
        List<@NotNull @Valid Reason> reasons,

        @Schema(description = "What was offered: key or label", examples = "platform")
        @Size(min = 1, max = 200)
        @Nullable
        String product,

        @Schema(description = "Which kind of buyer", examples = "mid-market") @Size(min = 1, max = 200) @Nullable
        String segment,

        @Schema(description = "Where the buyer is", examples = "emea") @Size(min = 1, max = 200) @Nullable
        String region,

        @Schema(description = "Who won instead; told only where k people name the same", examples = "kestrova")
        @Size(min = 1, max = 200)
        @Nullable
        String competitor,

        @Valid @Nullable Prices prices,

        @Schema(description = "In your words", examples = "They would have signed with two more months to pay")
        @Size(min = 1, max = 2000)
        @Nullable
        String note,

        @Schema(
                description =
                        "Your note may be quoted, unsigned and among those of at least ten people of whom each allowed it",
                defaultValue = "false")
        @Nullable
        Boolean quotable,

        @Schema(
                description =
                        "You know that your note holds what could tell who you are, and want it quoted as it is: without this such a note is refused",
                defaultValue = "false")
        @Nullable
        Boolean warned) {

    @Schema(
            name = "FieldDeal",
            description = "The deal that you speak of, by its names",
            requiredProperties = {"source", "external_id"})
    record Deal(
            @Schema(examples = "hubspot") @NotNull @Size(min = 1, max = 60)
            String source,

            @Schema(examples = "9911") @NotNull @Size(min = 1, max = 200)
            String externalId) {}

    @Schema(name = "FieldReason", description = "Why a deal was lost, in your view", requiredProperties = "code")
    record Reason(
            @Schema(description = "A code of the taxonomy", examples = "price_level") @NotNull @Size(min = 1, max = 60)
            String code,

            @Schema(description = "How it is known") @Nullable
            Evidence evidence,

            @Schema(description = "How much it weighed") @Nullable
            Strength strength) {}

    /** Price points. */
    @Schema(name = "FieldPrices", description = "Price points: only ratios of two in one currency are ever used")
    record Prices(
            @Schema(description = "What we quoted") @Valid @Nullable
            Money quoted,

            @Schema(description = "What the competitor asked") @Valid @Nullable
            Money competitor,

            @Schema(description = "What would have won the deal") @Valid @Nullable
            Money wouldHaveWon) {}

    /** What is kept of it. */
    Account withoutDeal() {
        return new Account(null, reasons, product, segment, region, competitor, prices, note, quotable, warned);
    }

    /** What is left of it once it is sealed: the codes, for its author's list. */
    Account reasonsOnly() {
        var codes = reasons.stream()
                .map(reason -> new Reason(reason.code(), null, null))
                .toList();
        return new Account(null, codes, null, null, null, null, null, null, null, null);
    }

    /** The words that may be quoted, or null. */
    @Nullable
    String quote() {
        return Objects.equals(quotable, true) ? note : null;
    }

    /** Accounts are confidential: they are never printed. */
    @Override
    public String toString() {
        return "Account";
    }
}
