package dev.groundswell.field;

import dev.groundswell.release.Topic;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about concerns that are still below the surface. */
final class ConcernBodies {

    private ConcernBodies() {}

    @Schema(
            name = "ConcernInput",
            description = "What weighs on you, for your colleagues to read unsigned",
            requiredProperties = {"topic", "words"})
    record Body(
            @Schema(description = "What it is about") @NotNull
            Topic topic,

            @Schema(
                    description =
                            "Colleagues read these very words, unsigned, and endorse them; leaders read them once k people do",
                    examples = "We lose every deal below fifty seats since the new list")
            @NotNull
            @Size(min = 10, max = 1000)
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String words,

            @Schema(
                    description =
                            "You know that your words hold what could tell who you are, and want them read as they are: without this such words are refused",
                    defaultValue = "false")
            @Nullable
            Boolean warned,

            @Schema(
                    description =
                            "Let it surface at once, unsigned, on your word alone. Leaders may guess who wrote it: by its words, or by when",
                    defaultValue = "false")
            @Nullable
            Boolean surfaceNow) {

        /** Words are confidential: they are never printed. */
        @Override
        public String toString() {
            return "ConcernInput";
        }
    }

    @Schema(
            name = "ConcernReceipt",
            description = "What is promised for the concern that you raised",
            requiredProperties = {"state", "k"})
    record Receipt(
            State state,

            @Schema(
                    description = "It surfaces once so many people stand behind it, you included",
                    examples = "5",
                    minimum = "3")
            int k) {}

    @Schema(name = "ConcernState", description = "`open`: only reps read it; `surfaced`: leaders read it, too")
    enum State {
        open,
        surfaced
    }

    /** A concern as colleagues read it. */
    @Schema(
            name = "OpenConcern",
            description = "Unsigned, and dated to the week; how many stand behind it is not told",
            requiredProperties = {"id", "topic", "words", "week", "k", "endorsed"})
    record Open(
            @Schema(examples = "5f0c9b1e-8a43-4be0-9f3e-2a9a0f8f7c11") @Size(max = 36)
            String id,

            Topic topic,

            @Schema(description = "What a colleague says, word for word") @Size(max = 1000)
            String words,

            @Schema(description = "The Monday of the week in which it was raised")
            LocalDate week,

            @Schema(description = "It surfaces once so many people stand behind it", examples = "5", minimum = "3")
            int k,

            @Schema(description = "True where you stand behind it, by having raised or endorsed it")
            boolean endorsed) {

        static Open of(Concern concern, String words, boolean endorsed) {
            return new Open(concern.id.toString(), concern.topic, words, concern.week, concern.k, endorsed);
        }
    }
}
