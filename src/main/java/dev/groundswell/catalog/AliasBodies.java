package dev.groundswell.catalog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about aliases. */
final class AliasBodies {

    private AliasBodies() {}

    @Schema(
            name = "AliasCreate",
            description = "A raw text and what it means from now on, the past included",
            requiredProperties = {"dimension", "text"})
    record Create(
            @Schema(description = "What the text stands for") @NotNull
            AliasDimension dimension,

            @Schema(description = "Case, accents, punctuation and spacing do not matter", examples = "zu teuer für uns")
            @NotNull
            @Size(min = 1, max = 500)
            @Pattern(regexp = "(?s).*[\\p{L}\\p{N}\\p{S}].*", message = "must hold a letter, a digit or a symbol")
            String text,

            @Schema(
                    description =
                            "Code of the reason, or key of the product, segment, region or competitor; for a reason it may be absent "
                                    + "where an outcome is given",
                    examples = "price_level")
            @Size(min = 1, max = 200)
            @Nullable
            String target,

            @Schema(
                    description =
                            "For reasons: the outcome that the text tells, too; it holds where nobody has told one")
            @Nullable
            AliasOutcome outcome) {}

    @Schema(description = "Outcomes that a text can tell: every one that is known")
    enum AliasOutcome {
        lost_to_competitor,
        no_decision,
        in_house,
        postponed,
        disqualified_by_us,
        invalid_duplicate
    }

    @Schema(
            name = "Alias",
            description = "What a raw text means, and how far the deals of the past have been read again by it",
            requiredProperties = {"id", "dimension", "text", "created_at", "mended"})
    record View(
            @Schema(examples = "5") @Size(max = 20) String id,

            AliasDimension dimension,

            @Schema(description = "The text, in the spelling that it was told in", examples = "zu teuer für uns")
            @Size(max = 500)
            String text,

            @Schema(
                    description = "Code of the reason, or key of the product, segment, region or competitor",
                    examples = "price_level")
            @Size(max = 200)
            @Nullable
            String target,

            @Schema(description = "The outcome that the text tells, too") @Nullable
            AliasOutcome outcome,

            Instant createdAt,

            @Schema(description = "True once every deal that says this text was read again")
            boolean mended,

            @Schema(description = "Deals looked at so far", examples = "1200", minimum = "0") @Nullable
            Long examined,

            @Schema(description = "Deals changed so far", examples = "37", minimum = "0") @Nullable
            Long changed) {}
}
