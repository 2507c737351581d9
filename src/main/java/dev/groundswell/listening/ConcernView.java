package dev.groundswell.listening;

import dev.groundswell.release.ResponseView;
import dev.groundswell.release.SurfacedConcern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Concern",
        description = "A concern that has surfaced, what the open records say to it, and what leadership answered",
        requiredProperties = {"id", "topic", "words", "surfaced_on", "by_choice", "stands", "records", "responses"})
record ConcernView(
        @Schema(examples = "3") @Size(max = 20) String id,

        @Schema(description = "Clients must accept unknown values", examples = "price_too_high") @Size(max = 60)
        String topic,

        @Schema(
                description = "What the field says, word for word",
                examples = "We lose every deal below fifty seats since the new list")
        @Size(max = 1000)
        String words,

        @Schema(description = "The day on which leaders could read it first")
        LocalDate surfacedOn,

        @Schema(
                description = "So many people stand behind these words, or more; how many is never told",
                examples = "5",
                minimum = "3")
        @Nullable
        Integer people,

        @Schema(description = "True where its author alone let it surface, unsigned")
        boolean byChoice,

        @Schema(description = "Until then leadership owes an answer; absent once one is given") @Nullable
        LocalDate answerDue,

        @Schema(
                description =
                        "True where nobody has answered in time: then it stands, for the field is right unless proved otherwise")
        boolean stands,

        @Schema(description = "What the open records say to it")
        Check records,

        @Schema(description = "The first one first; none is ever changed or taken back") @Size(max = 1000)
        List<ResponseView> responses) {

    static ConcernView of(SurfacedConcern concern, LocalDate today, Check records) {
        return new ConcernView(
                String.valueOf(concern.id()),
                concern.topic().name(),
                concern.words(),
                concern.surfacedOn(),
                concern.people(),
                concern.people() == null,
                concern.answers().isEmpty() ? concern.answerDue() : null,
                concern.stands(today),
                records,
                concern.answers().stream().map(ResponseView::of).toList());
    }
}
