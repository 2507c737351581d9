package dev.groundswell.deal;

import dev.groundswell.http.Money;
import dev.groundswell.http.PlausibleDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be told of a deal. All of it is optional: absent is unknown, and unknown is never zero. */
class DealFields {

    static final String NAME = "(?s).*[\\p{L}\\p{N}\\p{S}].*";
    static final String NAME_MESSAGE = "must hold a letter, a digit or a symbol";

    @Schema(
            description =
                    "The local day on which the deal was closed; where nobody tells it, the day on which its state was told last: send it, where you send "
                            + "deals again and again",
            examples = "2026-11-20")
    @PlausibleDate
    @Nullable
    public LocalDate closedOn;

    @Schema(
            description =
                    "The seller in the CRM. Write-only: it becomes a pseudonym at once, and no answer ever holds it",
            examples = "hs-17")
    @Size(min = 1, max = 200)
    @Nullable
    public String owner;

    @Schema(description = "What the deal is worth")
    @Valid
    @Nullable
    public Money value;

    @Schema(description = "By key, label or alias; one that is new is added to the catalog", examples = "Platform")
    @Size(min = 1, max = 200)
    @Pattern(regexp = NAME, message = NAME_MESSAGE)
    @Nullable
    public String product;

    @Schema(description = "By key, label or alias; one that is new is added to the catalog", examples = "mid-market")
    @Size(min = 1, max = 200)
    @Pattern(regexp = NAME, message = NAME_MESSAGE)
    @Nullable
    public String segment;

    @Schema(description = "By key, label or alias; one that is new is added to the catalog", examples = "EMEA")
    @Size(min = 1, max = 200)
    @Pattern(regexp = NAME, message = NAME_MESSAGE)
    @Nullable
    public String region;

    @Schema(description = "How it was lost; absent is unknown")
    @Nullable
    public Outcome outcome;

    @Schema(description = "By key, label or alias; those that are new are added to the catalog")
    @Size(max = 10)
    @Nullable
    public List<@NotNull @Size(min = 1, max = 200) @Pattern(regexp = NAME, message = NAME_MESSAGE) String> competitors;

    @Schema(description = "Why: the primary reason first, then up to four that contributed")
    @Size(max = 5)
    @Nullable
    public List<@NotNull @Valid ReasonInput> reasons;

    @Valid
    @Nullable
    public PricesInput prices;

    @Schema(description = "Free text of the open plane: everybody in the workspace who reads deals can read it")
    @Size(min = 1, max = 4000)
    @Nullable
    public String note;
}
