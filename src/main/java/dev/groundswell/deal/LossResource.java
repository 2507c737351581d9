package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Permission;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Locations;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The deals that were lost. */
@Path("/v1/losses")
@Tag(name = "Losses")
class LossResource {

    private static final String LIST = "losses";

    private final Intake intake;
    private final Telling telling;
    private final DealFinder finder;
    private final Catalog catalog;
    private final CurrentWorkspace workspace;
    private final Cursors cursors;
    private final Idempotency idempotency;

    LossResource(
            Intake intake,
            Telling telling,
            DealFinder finder,
            Catalog catalog,
            CurrentWorkspace workspace,
            Cursors cursors,
            Idempotency idempotency) {
        this.intake = intake;
        this.telling = telling;
        this.finder = finder;
        this.catalog = catalog;
        this.workspace = workspace;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.WRITE_DEALS)
    @Operation(
            operationId = "logLoss",
            summary = "Log a lost deal",
            description =
                    "The everyday shorthand for a patch of the deal to state `lost`. Sent again it does no harm: a deal is "
                            + "known by its source and its id there.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LossBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "A deal that was not known before",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A known deal, as it is now",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> log(@NotNull @Valid MergePatch<LossBody> body) {
        var change = telling.loss(body.value(), body.tree());
        var done = idempotency.once(
                body.tree(),
                () -> {
                    var written = intake.hear(List.of(change)).get(0);
                    return new Idempotency.Done<>(written.status(), written.id(), written);
                },
                id -> finder.find(workspace.id(), id)
                        .map(row -> new Written(id, row, false, catalog.current()))
                        .orElseThrow(ProblemException::notFound));
        return RestResponse.ResponseBuilder.<DealView>create(done.status())
                .location(location(done))
                .header(HttpHeaders.ETAG, Revisions.etag(done.body().row().revision()))
                .entity(DealView.of(done.body()))
                .build();
    }

    /** What a rep calls lost may be won all the same, by the CRM's word: then it is a deal, and no loss. */
    private static URI location(Idempotency.Done<Written> done) {
        var row = done.body().row();
        return row.state() == State.lost
                ? URI.create("/v1/losses/" + done.result())
                : Locations.of("/v1/deals/", row.source(), row.externalId());
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_DEALS)
    @Operation(
            operationId = "listLosses",
            summary = "List lost deals, the newest first",
            description =
                    "By closing date. The filters take keys of the catalog; a key that is merged counts as what it "
                            + "was merged into.")
    public Page<DealView> list(
            @QueryParam("since") @Parameter(description = "First closing date, inclusive") @Nullable LocalDate since,
            @QueryParam("until") @Parameter(description = "Last closing date, inclusive") @Nullable LocalDate until,
            @BeanParam @Valid MarketFilter filter,
            @BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = finder.losses(
                workspace.id(),
                since == null ? LocalDate.of(1990, 1, 1) : since,
                until == null ? LocalDate.of(2099, 12, 31) : until,
                filter.resolve(catalog.current()),
                position == null
                        ? DealFinder.Position.START
                        : new DealFinder.Position(LocalDate.parse(position.get(0)), Long.parseLong(position.get(1))),
                page.limit() + 1);
        // asked for after the rows: what was added meanwhile may be among them
        var glossary = catalog.current();
        return Page.of(
                rows,
                page.limit(),
                row -> DealView.of(Objects.requireNonNull(row.id()), row, glossary),
                last -> cursors.after(LIST, String.valueOf(last.closedOn()), String.valueOf(last.id())));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_DEALS)
    @Operation(
            operationId = "getLoss",
            summary = "Read a lost deal",
            description =
                    "A deal that is not lost, or no longer, is not found here: read it by its source and external "
                            + "id.")
    @APIResponse(
            responseCode = "200",
            description = "The deal, with an ETag",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> get(@PathParam("id") String id) {
        var row = finder.find(workspace.id(), Ids.parse(id))
                .filter(deal -> deal.state() == State.lost)
                .orElseThrow(ProblemException::notFound);
        return RestResponse.ResponseBuilder.ok(DealView.of(Objects.requireNonNull(row.id()), row, catalog.current()))
                .header(HttpHeaders.ETAG, Revisions.etag(row.revision()))
                .build();
    }
}
