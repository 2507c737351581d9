package dev.groundswell.deal;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.Problem;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many deals in one request. One that is wrong does not fail the others. */
@Path("/v1/deals/batch")
@Tag(name = "Deals")
class BatchResource {

    private final BatchReader reader;
    private final Intake intake;
    private final BatchAgain again;
    private final Idempotency idempotency;

    BatchResource(BatchReader reader, Intake intake, BatchAgain again, Idempotency idempotency) {
        this.reader = reader;
        this.intake = intake;
        this.again = again;
        this.idempotency = idempotency;
    }

    @Schema(
            name = "DealBatchResult",
            description = "What became of each deal of a batch, in the order in which they were sent",
            requiredProperties = "results")
    record View(
            @Schema(description = "One result for each deal, in the order in which they were sent")
            @Size(max = BatchReader.MOST)
            List<Result> results) {}

    @Schema(
            name = "DealBatchItemResult",
            description = "What became of one deal of a batch",
            requiredProperties = {"index", "status"})
    record Result(
            @Schema(description = "Its place in the batch, from 0", minimum = "0", maximum = "999")
            int index,

            @Schema(
                    description = "201 new, 200 known, else the status of its problem",
                    minimum = "200",
                    maximum = "599",
                    examples = "201")
            int status,

            @Schema(description = "The deal's id; absent where it was refused", examples = "4711")
            @Size(max = 20)
            @Nullable
            String id,

            @Schema(description = "Why it was refused; absent where it was not") @Nullable
            Problem problem) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaTypes.NDJSON})
    @PermissionsAllowed(Permission.WRITE_DEALS)
    @Operation(
            operationId = "writeDeals",
            summary = "Write up to 1,000 deals",
            description =
                    "A JSON array, or NDJSON with one deal a line. Each item is a patch: absent leaves, null clears. An item that "
                            + "is wrong is refused with its own problem; the others are written.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = BatchItem.class,
                                        minItems = 1,
                                        maxItems = BatchReader.MOST)),
                @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(implementation = BatchItem.class))
            })
    public View write(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            InputStream body) {
        if (contentType == null) {
            throw ProblemException.of(ProblemType.unsupported_media_type);
        }
        var items = contentType.toLowerCase(Locale.ROOT).startsWith(MediaTypes.NDJSON)
                ? reader.readLines(body)
                : reader.readArray(body);
        return idempotency
                .once(
                        items.stream().map(BatchReader.Item::tree).toList(),
                        () -> new Idempotency.Done<>(200, 0, write(items)),
                        nothing -> new View(again.answer(items)))
                .body();
    }

    private View write(List<BatchReader.Item> items) {
        var good = items.stream().filter(item -> item.change() != null).toList();
        var changes = good.stream().map(BatchReader.Item::change).toList();
        var written = intake.hear(changes).iterator();
        var results = new ArrayList<Result>();
        for (var item : items) {
            if (item.change() == null) {
                results.add(item.refusal());
            } else {
                var deal = written.next();
                results.add(new Result(item.index(), deal.status(), String.valueOf(deal.id()), null));
            }
        }
        return new View(results);
    }
}
