package dev.groundswell.crm;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The kinds of CRM that are known. */
@Path("/v1/connections/kinds")
@Tag(name = "Connections")
class KindResource {

    private final Kinds kinds;

    KindResource(Kinds kinds) {
        this.kinds = kinds;
    }

    @GET
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "listConnectionKinds",
            summary = "List the kinds of CRM, the secrets that they need, and what their payloads mean",
            description = "All of them, on one page.")
    public Page<ConnectionBodies.KindView> list() {
        return new Page<>(
                kinds.all().stream().map(ConnectionBodies.KindView::of).toList(), null);
    }
}
