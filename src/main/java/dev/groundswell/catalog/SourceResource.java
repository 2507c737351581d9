package dev.groundswell.catalog;

import dev.groundswell.access.Audit;
import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.PlausibleDate;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.Revisions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where deals come from. A source is added by its first deal. */
@Path("/v1/sources")
@Tag(name = "Sources")
public class SourceResource {

    private static final String LIST = "sources";

    private final Source.Repository sources;
    private final Cursors cursors;
    private final Audit audit;

    SourceResource(Source.Repository sources, Cursors cursors, Audit audit) {
        this.sources = sources;
        this.cursors = cursors;
        this.audit = audit;
    }

    @Schema(
            name = "Source",
            description = "Where deals come from: a CRM, or whatever else sends them",
            requiredProperties = {"key", "label"})
    record View(
            @Schema(description = "What deals name as their `source`", examples = "hubspot") @Size(max = 60)
            String key,

            @Schema(examples = "HubSpot") @Size(max = 200) String label,

            @Schema(
                    description =
                            "From this day on every won deal is told, so that win rates are answered; absent: since the first won deal",
                    examples = "2026-01-01")
            @Nullable
            LocalDate winsCompleteSince) {

        static View of(Source source) {
            return new View(source.key, source.label, source.winsCompleteSince);
        }
    }

    @Schema(name = "SourceUpdate", description = "What to change of a source; absent keeps")
    record Update(
            @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Nullable
            String label,

            @Schema(description = "Null: since the first won deal") @Nullable @PlausibleDate
            LocalDate winsCompleteSince) {}

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "listSources",
            summary = "List the sources of deals",
            description = "In the order of their keys. A source is added by the first deal that names it.")
    public Page<View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = sources.after(position == null ? "" : position.get(0), page.limit() + 1);
        return Page.of(rows, page.limit(), View::of, last -> cursors.after(LIST, last.key));
    }

    @GET
    @Path("/{source}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "getSource",
            summary = "Read a source",
            description = "The ETag of the answer is what an edit sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The source, with an ETag",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> get(@PathParam("source") String key) {
        return answer(find(key));
    }

    @PATCH
    @Path("/{source}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "updateSource",
            summary = "Name a source, or say since when its wins are complete",
            description = "Win rates are answered from the day on which the source tells its wins completely, and not "
                    + "before.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Update.class)))
    @APIResponse(
            responseCode = "200",
            description = "The source as it is now",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> update(
            @PathParam("source") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergePatch<Update> body) {
        var source = find(key);
        Revisions.require(ifMatch, source.revision);
        if (body.has("label")) {
            var label = body.value().label();
            if (label == null) {
                throw ProblemException.invalid("/label", "cannot be cleared");
            }
            source.label = label.strip();
        }
        if (body.has("wins_complete_since")) {
            source.winsCompleteSince = body.value().winsCompleteSince();
        }
        sources.flush();
        audit.tell("source_changed", key);
        return answer(source);
    }

    private Source find(String key) {
        return sources.findByKey(key).orElseThrow(ProblemException::notFound);
    }

    private static RestResponse<View> answer(Source source) {
        return RestResponse.ResponseBuilder.ok(View.of(source))
                .header(HttpHeaders.ETAG, Revisions.etag(source.revision))
                .build();
    }
}
