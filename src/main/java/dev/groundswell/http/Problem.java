package dev.groundswell.http;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What went wrong, as RFC 9457 says it. It never holds anything internal, nor any value that was sent. */
@Schema(
        name = "Problem",
        description = "What went wrong (RFC 9457). Clients branch on `code`; new codes may be added.",
        requiredProperties = {"type", "title", "status", "code"})
public record Problem(
        @Schema(description = "Identifies the kind of problem", examples = "urn:groundswell:problem:invalid")
        @Size(max = 200)
        String type,

        @Schema(
                description = "The kind of problem in words; the same for each occurrence",
                examples = "The request is readable but wrong")
        @Size(max = 200)
        String title,

        @Schema(description = "The HTTP status", examples = "422", minimum = "400", maximum = "599")
        int status,

        @Schema(
                description = "The kind of problem as a word that programs compare; clients must accept unknown values",
                examples = "invalid")
        @Size(max = 100)
        String code,

        @Schema(description = "What is wrong with this very request", examples = "1 value is wrong")
        @Size(max = 2000)
        @Nullable
        String detail,

        @Schema(description = "Each place that is wrong") @Size(max = MOST_PLACES) @Nullable
        List<Place> errors) {

    private static final int MOST_PLACES = 100;
    private static final int LONGEST_POINTER = 1000;

    @Schema(
            name = "ProblemPlace",
            description = "One place of the request, and what is wrong there",
            requiredProperties = {"pointer", "detail"})
    public record Place(
            @Schema(
                    description =
                            "JSON Pointer into the body; `/query/..`, `/path/..` and `/header/..` point at parameters",
                    examples = "/reasons/0/code")
            @Size(max = LONGEST_POINTER)
            String pointer,

            @Schema(description = "What is wrong there", examples = "is not a reason of this workspace")
            @Size(max = 1000)
            String detail) {

        /** Names that were sent are part of pointers, and as long as somebody likes. */
        public Place {
            pointer = pointer.substring(0, Math.min(pointer.length(), LONGEST_POINTER));
        }
    }

    static Problem of(ProblemType type, @Nullable String detail, List<Place> errors) {
        return new Problem(
                "urn:groundswell:problem:" + type.name(),
                type.title(),
                type.status(),
                type.name(),
                detail,
                errors.isEmpty() ? null : errors.subList(0, Math.min(errors.size(), MOST_PLACES)));
    }
}
