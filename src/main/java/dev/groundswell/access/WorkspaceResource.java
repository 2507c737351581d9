package dev.groundswell.access;

import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.Revisions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's workspace. There is no way to name another. */
@Path("/v1/workspace")
@Tag(name = "Workspace")
class WorkspaceResource {

    private final Workspace.Repository workspaces;
    private final Audit audit;

    WorkspaceResource(Workspace.Repository workspaces, Audit audit) {
        this.workspaces = workspaces;
        this.audit = audit;
    }

    @Schema(
            name = "Workspace",
            description = "The company whose deals these are",
            requiredProperties = {"id", "name", "zone"})
    record View(
            @Schema(description = "Short, and never changes", examples = "k3v9q2mz") @Size(max = 8)
            String id,

            @Schema(description = "What the company is called", examples = "Example Ltd") @Size(max = 200)
            String name,

            @Schema(
                    description =
                            "The zone in which a point in time becomes a closing date; a change counts for later dates only",
                    examples = "Europe/Berlin")
            @Size(max = 60)
            String zone) {

        static View of(Workspace workspace) {
            return new View(workspace.id, workspace.name, workspace.zone);
        }
    }

    @Schema(name = "WorkspaceUpdate", description = "What to change of the workspace; absent keeps")
    record Update(
            @Schema(description = "What the company is called")
            @Size(min = 1, max = 200)
            @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            @Nullable
            String name,

            @Schema(description = "A zone of the tz database", examples = "Europe/Berlin")
            @Size(min = 1, max = 60)
            @Nullable
            String zone) {}

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_WORKSPACE)
    @Operation(
            operationId = "getWorkspace",
            summary = "Read the workspace's settings",
            description = "The ETag of the answer is what an edit sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The settings, with an ETag",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> get() {
        return answer(workspaces.current());
    }

    @PATCH
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_ACCESS)
    @Operation(
            operationId = "updateWorkspace",
            summary = "Change the workspace's settings",
            description = "Another zone counts for closing dates from now on; those that are stored stay.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Update.class)))
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are now",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> update(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid MergePatch<Update> body) {
        var workspace = workspaces.current();
        Revisions.require(ifMatch, workspace.revision);
        var change = body.value();
        if (body.has("name")) {
            workspace.name = required("/name", change.name());
        }
        if (body.has("zone")) {
            var zone = required("/zone", change.zone());
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw ProblemException.invalid("/zone", "is not a zone of the tz database");
            }
            workspace.zone = zone;
        }
        workspaces.flush();
        audit.tell("workspace_changed", workspace.id);
        return answer(workspace);
    }

    private static String required(String pointer, @Nullable String value) {
        if (value == null) {
            throw ProblemException.invalid(pointer, "cannot be cleared");
        }
        return value;
    }

    private static RestResponse<View> answer(Workspace workspace) {
        return RestResponse.ResponseBuilder.ok(View.of(workspace))
                .header(HttpHeaders.ETAG, Revisions.etag(workspace.revision))
                .build();
    }
}
