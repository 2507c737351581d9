package dev.groundswell.access;

import dev.groundswell.http.Cursors;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done to the workspace's set-up. */
@Path("/v1/audit")
@Tag(name = "Audit")
@PermissionsAllowed(Permission.MANAGE_ACCESS)
class AuditResource {

    private static final String LIST = "audit";

    private final AuditEntry.Repository entries;
    private final Cursors cursors;

    AuditResource(AuditEntry.Repository entries, Cursors cursors) {
        this.entries = entries;
        this.cursors = cursors;
    }

    @Schema(
            name = "AuditEntry",
            description = "One thing that was done to the workspace's set-up: what and by which role, never by whom",
            requiredProperties = {"id", "at", "role", "action", "subject"})
    record View(
            @Schema(examples = "12") @Size(max = 20) String id,

            @Schema(description = "When it was done") Instant at,

            @Schema(description = "The role that did it; never who", examples = "admin") @Size(max = 20)
            String role,

            @Schema(description = "Clients must accept unknown values", examples = "key_revoked") @Size(max = 60)
            String action,

            @Schema(description = "The code or id of what it was done to", examples = "17") @Size(max = 200)
            String subject) {

        static View of(AuditEntry entry) {
            return new View(String.valueOf(entry.id), entry.at, entry.role.name(), entry.action, entry.subject);
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listAudit",
            summary = "List what was done to the set-up, the newest first",
            description =
                    "Each entry says which role did what to which key, invite, connection or setting, and when. It "
                            + "never says who.")
    public Page<View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows =
                entries.before(position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(rows, page.limit(), View::of, last -> cursors.after(LIST, String.valueOf(last.id)));
    }
}
