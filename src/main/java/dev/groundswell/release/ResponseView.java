package dev.groundswell.release;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "LeadershipResponse",
        description = "An answer that leadership gave, for the whole workspace to read",
        requiredProperties = {"id", "kind", "words", "thanks", "given_on"})
public record ResponseView(
        @Schema(examples = "3") @Size(max = 20) String id,

        Answer.Kind kind,

        @Schema(description = "What leadership says") @Size(max = 4000)
        String words,

        @Schema(description = "What a dispute rests on; absent of other answers") @Nullable
        Evidence evidence,

        @Schema(description = "It thanks the field for speaking")
        boolean thanks,

        @Schema(description = "The day on which it was given")
        LocalDate givenOn) {

    /** The answer as everybody reads it. */
    public static ResponseView of(Given given) {
        return new ResponseView(
                String.valueOf(given.id()),
                given.answer().kind(),
                given.answer().words(),
                given.answer() instanceof Answer.Disputed disputed ? Evidence.of(disputed.evidence()) : null,
                given.thanks(),
                given.on());
    }

    @Schema(name = "DisputeEvidence", description = "What a dispute rests on", requiredProperties = "words")
    public record Evidence(
            @Schema(
                    description = "What it is, and what it shows",
                    examples = "Of 41 deals below fifty seats we won 23 since the new list")
            @Size(max = 4000)
            String words,

            @Schema(description = "Where it can be read", examples = "https://example.com/win-rates")
            @Size(max = 2000)
            @Nullable
            String link,

            @Schema(
                    description = "What it claims of the market; clients must accept unknown values",
                    examples = "price_too_high")
            @Size(max = 60)
            @Nullable
            String claim,

            @Schema(
                    description =
                            "What the open records said to the claim on the day on which the answer was given; absent where there is none")
            @Nullable
            RecordsThen records) {

        static Evidence of(Answer.Evidence evidence) {
            var claim = evidence.claim();
            return new Evidence(
                    evidence.words(),
                    evidence.link(),
                    claim == null ? null : claim.topic().name(),
                    claim == null ? null : new RecordsThen(claim.verdict(), claim.sentence()));
        }
    }

    /** The claims of leaders are held against the same records as those of the field, and in the same way. */
    @Schema(
            name = "OpenRecordsThen",
            description = "What the open records said then. Where they knew nothing, or too little, it is `unmeasured`",
            requiredProperties = {"verdict", "sentence"})
    public record RecordsThen(
            Verdict verdict,

            @Schema(
                    description = "With the counts that it rests on",
                    examples =
                            "Of 64 losses of the last 180 days that cite price and of which both prices are known, we were dearer in 51.")
            @Size(max = 2000)
            String sentence) {}
}
