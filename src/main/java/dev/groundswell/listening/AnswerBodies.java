package dev.groundswell.listening;

import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Answer;
import dev.groundswell.release.Given;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about answers from the top. */
final class AnswerBodies {

    private static final String SOME_WORDS = "(?s).*\\S.*";

    private AnswerBodies() {}

    /** An answer to give. */
    @Schema(
            name = "ResponseInput",
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
            Evidence evidence,

            @Schema(description = "Thanks the field for speaking", defaultValue = "false") @Nullable
            Boolean thanks) {

        /** The field is right unless proved otherwise: a dispute without its evidence is no answer. */
        Answer answer() {
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
                    yield new Answer.Disputed(words, new Answer.Evidence(evidence.words(), evidence.link()));
                }
            };
        }

        boolean isThankful() {
            return Objects.equals(thanks, true);
        }
    }

    /** What a dispute rests on. */
    @Schema(name = "DisputeEvidence", requiredProperties = "words")
    record Evidence(
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
            String link) {}

    /** An answer that was given. */
    @Schema(
            name = "Response",
            requiredProperties = {"id", "kind", "words", "thanks", "given_on"})
    record View(
            @Schema(examples = "3") @Size(max = 20) String id,

            @Schema(description = "Clients must accept unknown values")
            Answer.Kind kind,

            @Size(max = 4000) String words,

            @Nullable Evidence evidence,
            boolean thanks,
            LocalDate givenOn) {

        static View of(Given given) {
            return new View(
                    String.valueOf(given.id()),
                    given.answer().kind(),
                    given.answer().words(),
                    given.answer() instanceof Answer.Disputed disputed
                            ? new Evidence(
                                    disputed.evidence().words(),
                                    disputed.evidence().link())
                            : null,
                    given.thanks(),
                    given.on());
        }
    }
}
