package dev.groundswell.catalog;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What raw texts mean in this workspace, besides the built-in aliases. */
@Path("/v1/aliases")
@Tag(name = "Aliases")
class AliasResource {

    private static final String LIST = "aliases";

    private final Alias.Repository aliases;
    private final AliasEditing editing;
    private final RemapProgress progress;
    private final Catalog catalog;
    private final Cursors cursors;
    private final Idempotency idempotency;

    AliasResource(
            Alias.Repository aliases,
            AliasEditing editing,
            RemapProgress progress,
            Catalog catalog,
            Cursors cursors,
            Idempotency idempotency) {
        this.aliases = aliases;
        this.editing = editing;
        this.progress = progress;
        this.catalog = catalog;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "listAliases",
            summary = "List the workspace's own aliases",
            description = "In the order in which they were made. Those that come out of the box are not among them.")
    public Page<AliasBodies.View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var glossary = catalog.reload();
        var rows = aliases.after(position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                alias -> view(alias, glossary),
                last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "createAlias",
            summary = "Say what a raw text means",
            description =
                    "It holds for new deals at once; deals of the past are mended in the background. `previewAlias` tells beforehand "
                            + "how many there are. No signal ever fires because of it.")
    @APIResponse(
            responseCode = "201",
            description = "The alias",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AliasBodies.View.class)))
    public RestResponse<AliasBodies.View> create(@NotNull @Valid AliasBodies.Create body) {
        var done = idempotency.once(
                body,
                () -> {
                    var alias = editing.create(body);
                    return new Idempotency.Done<>(201, alias.id, alias);
                },
                id -> aliases.findByIdOptional(id).orElseThrow(ProblemException::madeAndGone));
        return RestResponse.ResponseBuilder.<AliasBodies.View>created(URI.create("/v1/aliases/" + done.result()))
                .entity(view(done.body(), catalog.reload()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "getAlias",
            summary = "Read an alias, and how far the past is mended",
            description =
                    "`examined` and `changed` grow until `mended` is true: by then each deal of the past that says "
                            + "the text was read again.")
    public AliasBodies.View get(@PathParam("id") String id) {
        return view(find(id), catalog.reload());
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "deleteAlias",
            summary = "Take an alias back",
            description = "The text means what it meant without it; deals of the past are mended in the background.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void delete(@PathParam("id") String id) {
        editing.delete(find(id));
    }

    private Alias find(String id) {
        return aliases.findByIdOptional(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    private AliasBodies.View view(Alias alias, Glossary glossary) {
        boolean ofReason = alias.dimension == AliasDimension.reason;
        var mended = ofReason ? progress.of(alias.folded) : new RemapProgress.Progress(true, 0, 0);
        return new AliasBodies.View(
                String.valueOf(alias.id),
                alias.dimension,
                alias.text,
                target(alias, glossary),
                alias.outcome == null ? null : AliasBodies.AliasOutcome.valueOf(alias.outcome),
                alias.createdAt,
                mended.finished(),
                ofReason ? mended.examined() : null,
                ofReason ? mended.changed() : null);
    }

    private static @Nullable String target(Alias alias, Glossary glossary) {
        if (alias.reason != null) {
            return glossary.reason(alias.reason).code();
        }
        return alias.marketValue == null
                ? null
                : glossary.marketValue(alias.marketValue).key();
    }
}
