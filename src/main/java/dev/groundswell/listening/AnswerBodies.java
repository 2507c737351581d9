package dev.groundswell.listening;

import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Answer;
import dev.groundswell.release.CheckedClaim;
import dev.groundswell.release.Topic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about answers from the top. */
final class AnswerBodies {

    private static final String SOME_WORDS = "(?s).*\\S.*";

    private AnswerBodies() {}

    @Schema(
            name = "LeadershipResponseInput",
            description = "An answer to give",
            requiredProperties = {"kind", "words"})
    record Body(
            @Schema(description = "`conceded` is \"we were wrong\"; `disputed` needs `evidence`") @NotNull
            Answer.Kind kind,

            @Schema(
                    description = "For the whole workspace to read",
                    examples = "We take the small plan back into the list")
            @NotNull
            @Size(min = 1, max = 4000)
            @Pattern(regexp = SOME_WORDS, message = "must not be blank")
            String words,

            @Schema(description = "What a dispute rests on; for disputes only") @Valid @Nullable
            EvidenceBody evidence,

            @Schema(description = "Thanks the field for speaking", defaultValue = "false") @Nullable
            Boolean thanks) {

        /**
         * The field is right unless proved otherwise: a dispute without its evidence is no answer.
         *
         * @param records what is to be said to a claim
         */
        Answer answer(Function<Topic, CheckedClaim> records) {
            if (evidence != null && kind != Answer.Kind.disputed) {
                throw ProblemException.invalid("/evidence", "is what a dispute rests on; this is none");
            }
            return switch (kind) {
                case acknowledged -> new Answer.Acknowledged(words);
                case investigating -> new Answer.Investigating(words);
                case acted -> new Answer.Acted(words);
                case conceded -> new Answer.Conceded(words);
                case disputed -> {
                    if (evidence == null) {
                        throw ProblemException.invalid(
                                "/evidence", "is needed: the field is right unless proved otherwise");
                    }
                    yield new Answer.Disputed(words, evidence.held(records));
                }
            };
        }

        boolean givesThanks() {
            return Objects.equals(thanks, true);
        }
    }

    @Schema(name = "DisputeEvidenceInput", description = "What a dispute rests on", requiredProperties = "words")
    record EvidenceBody(
            @Schema(
                    description = "What it is, and what it shows",
                    examples = "Of 41 deals below fifty seats we won 23 since the new list")
            @NotNull
            @Size(min = 10, max = 4000)
            @Pattern(regexp = SOME_WORDS, message = "must not be blank")
            String words,

            @Schema(description = "Where it can be read", examples = "https://example.com/win-rates")
            @Size(max = 2000)
            @Pattern(regexp = "https://\\S+", message = "must be an https address")
            @Nullable
            String link,

            @Schema(
                    description =
                            "What it claims of the market, where it does: the open records are set beside it, as they are beside a concern")
            @Nullable
            Topic claim) {

        private Answer.Evidence held(Function<Topic, CheckedClaim> records) {
            return new Answer.Evidence(words, link, claim == null ? null : records.apply(claim));
        }
    }
}
