package dev.groundswell.catalog;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Locations;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that products, segments, regions and competitors share. The contract's operation ids and summaries are
 * finished for each of them where the contract is written.
 */
public abstract class MarketResource {

    private final Dimension dimension;
    private final MarketValue.Repository values;
    private final MarketEditing editing;
    private final Catalog catalog;
    private final Cursors cursors;
    private final Idempotency idempotency;

    MarketResource(
            Dimension dimension,
            MarketValue.Repository values,
            MarketEditing editing,
            Catalog catalog,
            Cursors cursors,
            Idempotency idempotency) {
        this.dimension = dimension;
        this.values = values;
        this.editing = editing;
        this.catalog = catalog;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "list{Plural}",
            summary = "List the {plural}",
            description = "In the order in which they were added, by an admin or by the first deal that names them. "
                    + "Archived and merged ones are among them.")
    public Page<MarketBodies.View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(dimension.name(), page.cursor);
        var glossary = catalog.reload();
        var rows = values.after(dimension, position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                value -> MarketBodies.View.of(value, glossary),
                last -> cursors.after(dimension.name(), String.valueOf(last.id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "create{Singular}",
            summary = "Add a {singular}",
            description = "Deals that name a new one add it by themselves.")
    @APIResponse(
            responseCode = "201",
            description = "As it is, with an ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MarketBodies.View.class)))
    public RestResponse<MarketBodies.View> create(@NotNull @Valid MarketBodies.Create body) {
        var done = idempotency.once(
                body,
                () -> {
                    var value = editing.create(dimension, body.label());
                    return new Idempotency.Done<>(201, value.id, value);
                },
                id -> values.findByIdOptional(id).orElseThrow(ProblemException::madeAndGone));
        return RestResponse.ResponseBuilder.<MarketBodies.View>created(
                        Locations.of("/v1/" + dimension + "s/", done.body().key))
                .header(HttpHeaders.ETAG, Revisions.etag(done.body().revision))
                .entity(MarketBodies.View.of(done.body(), catalog.reload()))
                .build();
    }

    @GET
    @Path("/{key}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "get{Singular}",
            summary = "Read a {singular}",
            description = "The ETag of the answer is what an edit sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "As it is, with an ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MarketBodies.View.class)))
    public RestResponse<MarketBodies.View> get(@PathParam("key") String key) {
        return answer(find(key));
    }

    @PATCH
    @Path("/{key}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "update{Singular}",
            summary = "Rename, archive or merge a {singular}",
            description = "Deals keep its id, so that each of these holds for the past, too.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MarketBodies.Update.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MarketBodies.View.class)))
    public RestResponse<MarketBodies.View> update(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergePatch<MarketBodies.Update> body) {
        var value = find(key);
        Revisions.require(ifMatch, value.revision);
        editing.update(value, body);
        return answer(value);
    }

    @DELETE
    @Path("/{key}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "delete{Singular}",
            summary = "Delete a {singular} that was never used",
            description = "One that is used is refused with 409: archive it, or merge it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("key") String key) {
        editing.delete(find(key));
    }

    private MarketValue find(String key) {
        return values.findByKey(dimension, key).orElseThrow(ProblemException::notFound);
    }

    private RestResponse<MarketBodies.View> answer(MarketValue value) {
        return RestResponse.ResponseBuilder.ok(MarketBodies.View.of(value, catalog.reload()))
                .header(HttpHeaders.ETAG, Revisions.etag(value.revision))
                .build();
    }
}
