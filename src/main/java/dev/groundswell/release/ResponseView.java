package dev.groundswell.release;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer that was given, for the whole workspace to read. */
@Schema(
        name = "Response",
        requiredProperties = {"id", "kind", "words", "thanks", "given_on"})
public record ResponseView(
        @Schema(examples = "3") @Size(max = 20) String id,

        @Schema(description = "Clients must accept unknown values")
        Answer.Kind kind,

        @Size(max = 4000) String words,

        @Nullable Evidence evidence,
        boolean thanks,
        LocalDate givenOn) {

    /** The answer as everybody reads it. */
    public static ResponseView of(Given given) {
        return new ResponseView(
                String.valueOf(given.id()),
                given.answer().kind(),
                given.answer().words(),
                given.answer() instanceof Answer.Disputed disputed
                        ? new Evidence(
                                disputed.evidence().words(), disputed.evidence().link())
                        : null,
                given.thanks(),
                given.on());
    }

    /** What a dispute rests on. */
    @Schema(name = "DisputeEvidence", requiredProperties = "words")
    public record Evidence(
            @Schema(
                    description = "What it is, and what it shows",
                    examples = "Of 41 deals below fifty seats we won 23 since the new list")
            @NotNull
            @Size(min = 10, max = 4000)
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String words,

            @Schema(description = "Where it can be read", examples = "https://example.com/win-rates")
            @Size(max = 2000)
            @Pattern(regexp = "https://\\S+", message = "must be an https address")
            @Nullable
            String link) {}
}
