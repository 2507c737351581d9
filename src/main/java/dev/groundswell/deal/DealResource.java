package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Permission;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.http.Locations;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import dev.groundswell.http.Revisions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One deal, by the source it lives in and its id there. */
@Path("/v1/deals/{source}/{external_id}")
@Tag(name = "Deals")
class DealResource {

    private final Intake intake;
    private final Telling telling;
    private final DealFinder finder;
    private final Catalog catalog;
    private final CurrentWorkspace workspace;

    DealResource(Intake intake, Telling telling, DealFinder finder, Catalog catalog, CurrentWorkspace workspace) {
        this.intake = intake;
        this.telling = telling;
        this.finder = finder;
        this.catalog = catalog;
        this.workspace = workspace;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_DEALS)
    @Operation(
            operationId = "getDeal",
            summary = "Read a deal",
            description =
                    "As it stands after all that was told of it: where a CRM and a rep differ, each holds for its "
                            + "own fields.")
    @APIResponse(
            responseCode = "200",
            description = "The deal, with an ETag",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> get(@PathParam("source") String source, @PathParam("external_id") String externalId) {
        var row = finder.find(workspace.id(), source, externalId).orElseThrow(ProblemException::notFound);
        return RestResponse.ResponseBuilder.ok(DealView.of(Objects.requireNonNull(row.id()), row, catalog.current()))
                .header(HttpHeaders.ETAG, Revisions.etag(row.revision()))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.WRITE_DEALS)
    @Operation(
            operationId = "replaceDeal",
            summary = "Write a deal whole",
            description =
                    "What the body does not mention is cleared, for this origin (CRM or rep). What the other origin told is kept, and holds "
                            + "for the fields that are the other's to say.")
    @APIResponse(
            responseCode = "200",
            description = "A known deal, as it is now",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    @APIResponse(
            responseCode = "201",
            description = "A deal that was not known before",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = DealBody.class)))
    public RestResponse<DealView> replace(
            @PathParam("source") @SourceKey String source,
            @PathParam("external_id") @ExternalId String externalId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergePatch<DealBody> body) {
        return write(telling.replace(source, externalId, body.value(), body.tree(), body.value().sourceTime), ifMatch);
    }

    @PATCH
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.WRITE_DEALS)
    @Operation(
            operationId = "updateDeal",
            summary = "Tell something of a deal",
            description =
                    "Absent leaves, null clears. A deal that is not known yet is kept, and counted once its state is told.")
    @APIResponse(
            responseCode = "200",
            description = "A known deal, as it is now",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    @APIResponse(
            responseCode = "201",
            description = "A deal that was not known before",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = DealBody.class)))
    public RestResponse<DealView> update(
            @PathParam("source") @SourceKey String source,
            @PathParam("external_id") @ExternalId String externalId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergePatch<DealBody> body) {
        return write(telling.patch(source, externalId, body.value(), body.tree(), body.value().sourceTime), ifMatch);
    }

    private RestResponse<DealView> write(DealChange change, @Nullable String ifMatch) {
        var written = ifMatch == null
                ? intake.hear(List.of(change)).get(0)
                : intake.hear(change, known -> {
                    if (known.revision() == 0) {
                        throw ProblemException.of(ProblemType.edited_meanwhile, "There is no such deal yet");
                    }
                    Revisions.check(ifMatch, known.revision());
                });
        var row = written.row();
        var response = RestResponse.ResponseBuilder.<DealView>create(written.status())
                .entity(DealView.of(written))
                .header(HttpHeaders.ETAG, Revisions.etag(row.revision()));
        if (written.status() == RestResponse.StatusCode.CREATED) {
            response.location(Locations.of("/v1/deals/", row.source(), row.externalId()));
        }
        return response.build();
    }
}
