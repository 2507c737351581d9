package dev.groundswell.crm;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
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

/** CRMs hooked up to the workspace. */
@Path("/v1/connections")
@Tag(name = "Connections")
class ConnectionResource {

    private static final String LIST = "connections";

    private final Connection.Repository connections;
    private final ConnectionEditing editing;
    private final Setups setups;
    private final HookUrls urls;
    private final Cursors cursors;
    private final Idempotency idempotency;

    ConnectionResource(
            Connection.Repository connections,
            ConnectionEditing editing,
            Setups setups,
            HookUrls urls,
            Cursors cursors,
            Idempotency idempotency) {
        this.connections = connections;
        this.editing = editing;
        this.setups = setups;
        this.urls = urls;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "listConnections",
            summary = "List the CRMs that are hooked up",
            description = "In the order in which they were made. Secrets and hook URLs are not shown again.")
    public Page<ConnectionBodies.View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = connections.after(position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(
                rows, page.limit(), row -> view(row, null), last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "createConnection",
            summary = "Hook up a CRM",
            description =
                    "Answers the `hook_url` to give to the CRM, this once: whoever has it can send deliveries as far as the kind asks for "
                            + "no other proof. A repetition with the same Idempotency-Key answers the connection without it.")
    @APIResponse(
            responseCode = "201",
            description = "The connection, with its hook_url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConnectionBodies.View.class)))
    public RestResponse<ConnectionBodies.View> create(@NotNull @Valid ConnectionBodies.Create body) {
        var done = idempotency.once(
                body,
                () -> {
                    var made = editing.create(body);
                    return new Idempotency.Done<>(201, made.connection().id, view(made.connection(), made.token()));
                },
                id -> view(connections.findByIdOptional(id).orElseThrow(ProblemException::madeAndGone), null));
        return RestResponse.ResponseBuilder.<ConnectionBodies.View>created(
                        URI.create("/v1/connections/" + done.result()))
                .entity(done.body())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "getConnection",
            summary = "Read a connection",
            description =
                    "Secrets are named, never shown; the hook URL was shown when it was made. The ETag of the answer "
                            + "is what an edit sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The connection, with an ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConnectionBodies.View.class)))
    public RestResponse<ConnectionBodies.View> get(@PathParam("id") String id) {
        return answer(find(id), null);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "updateConnection",
            summary = "Change a connection: its secrets, its mapping, what its stages mean",
            description =
                    "A new mapping holds for what comes from now on, and for deliveries that are replayed. A stage that gets another meaning "
                            + "is read again in the deals of the past, in the background; no signal ever fires because of it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConnectionBodies.Update.class)))
    @APIResponse(
            responseCode = "200",
            description = "The connection as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConnectionBodies.View.class)))
    public RestResponse<ConnectionBodies.View> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergePatch<ConnectionBodies.Update> body) {
        var connection = find(id);
        Revisions.require(ifMatch, connection.revision);
        editing.update(connection, body);
        return answer(connection, null);
    }

    @POST
    @Path("/{id}/renew_hook")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "renewConnectionHook",
            summary = "Make a new hook_url",
            description = "The old one answers 404 from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The connection, with its new hook_url",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConnectionBodies.View.class)))
    public RestResponse<ConnectionBodies.View> renew(@PathParam("id") String id) {
        var connection = find(id);
        var done = idempotency.once(
                "",
                () -> new Idempotency.Done<>(200, connection.id, view(connection, editing.renewToken(connection))),
                same -> view(connection, null));
        return RestResponse.ok(done.body());
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "deleteConnection",
            summary = "Unhook a CRM",
            description = "Its deliveries go with it; its deals stay.")
    @APIResponse(responseCode = "204", description = "Unhooked")
    public void delete(@PathParam("id") String id) {
        editing.delete(find(id));
    }

    private Connection find(String id) {
        return connections.findByIdOptional(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    private RestResponse<ConnectionBodies.View> answer(Connection connection, @Nullable String token) {
        return RestResponse.ResponseBuilder.ok(view(connection, token))
                .header(HttpHeaders.ETAG, Revisions.etag(connection.revision))
                .build();
    }

    private ConnectionBodies.View view(Connection connection, @Nullable String token) {
        return new ConnectionBodies.View(
                String.valueOf(connection.id),
                connection.kind,
                connection.name,
                connection.source,
                connection.account,
                setups.secrets(connection.secrets).keySet(),
                ConnectionEditing.mapping(connection),
                ConnectionEditing.proofs(connection),
                ConnectionEditing.stages(connection),
                connection.currency,
                connection.calledUrl,
                token == null ? null : urls.of(token),
                connection.createdAt);
    }
}
