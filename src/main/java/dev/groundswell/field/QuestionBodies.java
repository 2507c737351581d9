package dev.groundswell.field;

import dev.groundswell.release.FieldView;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about questions. */
final class QuestionBodies {

    private static final String SOME_WORDS = "(?s).*\\S.*";

    private QuestionBodies() {}

    @Schema(
            name = "QuestionInput",
            description = "What to ask the field",
            requiredProperties = {"words", "options", "closes_on"})
    record Body(
            @Schema(
                    description = "What is asked, for the whole workspace to read",
                    examples = "Which of these would have helped you most last quarter?")
            @NotNull
            @Size(min = 10, max = 500)
            @Pattern(regexp = SOME_WORDS, message = "must not be blank")
            String words,

            @Schema(description = "What can be answered, each once") @NotNull @Size(min = 2, max = 8)
            List<@NotNull @Size(min = 1, max = 100) @Pattern(regexp = SOME_WORDS, message = "must not be blank") String>
                    options,

            @Schema(
                    description = "The last day on which it is answered: 3 to 60 days from now",
                    examples = "2026-12-11")
            @NotNull
            LocalDate closesOn) {}

    @Schema(
            name = "QuestionAnswerInput",
            description = "What you answer; nobody ever reads it but as part of a count",
            requiredProperties = "option")
    record AnswerBody(
            @Schema(description = "One of the options, word for word") @NotNull @Size(min = 1, max = 100)
            String option) {

        /** Answers are confidential: they are never printed. */
        @Override
        public String toString() {
            return "QuestionAnswerInput";
        }
    }

    @Schema(
            name = "QuestionReceipt",
            description = "What is promised for an answer",
            requiredProperties = {"closes_on", "k"})
    record Receipt(
            @Schema(description = "Until then you can answer otherwise")
            LocalDate closesOn,

            @Schema(
                    description = "Options that fewer people choose are told together, or not at all",
                    examples = "5",
                    minimum = "3")
            int k) {}

    @Schema(
            name = "Question",
            description = "A question to the field, and once it has closed what was answered",
            requiredProperties = {"id", "words", "options", "asked_on", "closes_on", "k", "state"})
    record View(
            @Schema(examples = "3") @Size(max = 20) String id,

            @Schema(description = "What is asked") @Size(max = 500)
            String words,

            @Schema(description = "What can be answered") @Size(max = 8)
            List<@Size(max = 100) String> options,

            @Schema(description = "The day on which it was asked")
            LocalDate askedOn,

            @Schema(description = "The last day on which it can be answered")
            LocalDate closesOn,

            @Schema(
                    description = "Options that fewer people choose are told together, or not at all",
                    examples = "5",
                    minimum = "3")
            int k,

            Question.State state,

            @Schema(description = "For a rep, while it is open: whether you have answered") @Nullable
            Boolean answered,

            @Schema(description = "People who answered; once it is released", examples = "17", minimum = "3") @Nullable
            Integer answerers,

            @Schema(description = "What part of them chose what; `other` are options that may not be told apart")
            @Size(max = 8)
            @Nullable
            List<Part> answers) {

        static View of(Question question, @Nullable Boolean answered, @Nullable FieldView told) {
            return new View(
                    String.valueOf(question.id),
                    question.words,
                    question.options,
                    question.askedOn,
                    question.closesOn,
                    question.k,
                    question.state,
                    answered,
                    told == null ? null : told.reporters(),
                    told == null
                            ? null
                            : told.reasonGroups().stream()
                                    .map(part -> new Part(part.key(), part.share(), part.atLeast()))
                                    .toList());
        }
    }

    @Schema(
            name = "AnsweredPart",
            description = "What part of those who answered chose an option",
            requiredProperties = "option")
    record Part(
            @Schema(description = "The option, word for word; `other` are those that may not be told apart")
            @Size(max = 100)
            String option,

            @Schema(description = "To the hundredth", examples = "0.41", minimum = "0", maximum = "1") @Nullable
            Double share,

            @Schema(
                    description = "Instead of a share, where nearly everybody chose the same: so much, or more",
                    examples = "0.9",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double atLeast) {}
}
