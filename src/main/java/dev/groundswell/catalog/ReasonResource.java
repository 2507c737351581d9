package dev.groundswell.catalog;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.Revisions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The taxonomy of reasons. */
@Path("/v1/reasons")
@Tag(name = "Reasons")
public class ReasonResource {

    private static final String LIST = "reasons";

    private final Reason.Repository reasons;
    private final ReasonEditing editing;
    private final Taxonomy taxonomy;
    private final Catalog catalog;
    private final Cursors cursors;
    private final Idempotency idempotency;

    ReasonResource(
            Reason.Repository reasons,
            ReasonEditing editing,
            Taxonomy taxonomy,
            Catalog catalog,
            Cursors cursors,
            Idempotency idempotency) {
        this.reasons = reasons;
        this.editing = editing;
        this.taxonomy = taxonomy;
        this.catalog = catalog;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "listReasons",
            summary = "List the reasons of the taxonomy, and its version",
            description =
                    "Archived and merged ones are among them. `taxonomy_version` rises with each change, so that a "
                            + "copy can tell that it is old.")
    public ReasonView.Listing list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var glossary = catalog.reload();
        var rows = reasons.after(position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1);
        var shown = Page.of(
                rows,
                page.limit(),
                reason -> ReasonView.of(reason, glossary),
                last -> cursors.after(LIST, String.valueOf(last.id)));
        return new ReasonView.Listing(shown.items(), shown.nextCursor(), taxonomy.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "createReason",
            summary = "Add a reason",
            description = "Deals whose raw text says the new reason's code or label are mended in the background.")
    @APIResponse(
            responseCode = "201",
            description = "The reason, with an ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonView.class)))
    public RestResponse<ReasonView> create(@NotNull @Valid ReasonBodies.Create body) {
        var done = idempotency.once(
                body,
                () -> {
                    var reason = editing.create(body);
                    return new Idempotency.Done<>(201, reason.id, reason);
                },
                id -> reasons.findByIdOptional(id).orElseThrow(ProblemException::madeAndGone));
        return RestResponse.ResponseBuilder.<ReasonView>created(URI.create("/v1/reasons/" + done.body().code))
                .header(HttpHeaders.ETAG, Revisions.etag(done.body().revision))
                .entity(ReasonView.of(done.body(), catalog.reload()))
                .build();
    }

    @GET
    @Path("/{code}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "getReason",
            summary = "Read a reason",
            description = "The ETag of the answer is what an edit sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The reason, with an ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonView.class)))
    public RestResponse<ReasonView> get(@PathParam("code") String code) {
        return answer(find(code));
    }

    @PATCH
    @Path("/{code}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "updateReason",
            summary = "Rename, move, archive or merge a reason",
            description = "Deals keep a reason's id, so that each of these holds for the past, too.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReasonBodies.Update.class)))
    @APIResponse(
            responseCode = "200",
            description = "The reason as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonView.class)))
    public RestResponse<ReasonView> update(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergePatch<ReasonBodies.Update> body) {
        var reason = find(code);
        Revisions.require(ifMatch, reason.revision);
        editing.update(reason, body);
        return answer(reason);
    }

    @DELETE
    @Path("/{code}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "deleteReason",
            summary = "Delete a reason that was never used",
            description = "One that is built in or used is refused with 409: archive it, or merge it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("code") String code) {
        editing.delete(find(code));
    }

    private Reason find(String code) {
        return reasons.findByCode(code).orElseThrow(ProblemException::notFound);
    }

    private RestResponse<ReasonView> answer(Reason reason) {
        return RestResponse.ResponseBuilder.ok(ReasonView.of(reason, catalog.reload()))
                .header(HttpHeaders.ETAG, Revisions.etag(reason.revision))
                .build();
    }
}
