package dev.groundswell.access;

import dev.groundswell.http.Cursors;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may enter the workspace, and how that ends: not what they said, nor when they were here. */
@Path("/v1/members")
@Tag(name = "Members")
@PermissionsAllowed(Permission.MANAGE_ACCESS)
class MemberResource {

    private static final String LIST = "members";

    private final Member.Repository members;
    private final ApiKey.Repository keys;
    private final Keys revoking;
    private final Session.Repository sessions;
    private final Admins admins;
    private final Audit audit;
    private final Cursors cursors;
    private final Clock clock;

    MemberResource(
            Member.Repository members,
            ApiKey.Repository keys,
            Keys revoking,
            Session.Repository sessions,
            Admins admins,
            Audit audit,
            Cursors cursors,
            Clock clock) {
        this.members = members;
        this.keys = keys;
        this.revoking = revoking;
        this.sessions = sessions;
        this.admins = admins;
        this.audit = audit;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Schema(
            name = "Member",
            description = "A person, of whom no name is kept, or an integration",
            requiredProperties = {"id", "role", "joined_on", "live_keys"})
    record View(
            @Schema(examples = "17") @Size(max = 20) String id,

            Role role,

            @Schema(description = "The integration's name; absent for a person", examples = "HubSpot production")
            @Size(max = 100)
            @Nullable
            String name,

            @Schema(description = "The day on which they joined")
            LocalDate joinedOn,

            @Schema(description = "Keys that are neither revoked nor over", minimum = "0")
            long liveKeys) {

        static View of(Member member, long liveKeys) {
            return new View(String.valueOf(member.id), member.role, member.name, member.joinedOn, liveKeys);
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listMembers",
            summary = "List the members, those who joined first coming first",
            description = "People and integrations, by role. People have no names here, and what they did is not told.")
    public Page<View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = members.after(position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1);
        var live = keys.countLive(rows.stream().map(member -> member.id).toList(), clock.instant());
        return Page.of(
                rows,
                page.limit(),
                member -> View.of(member, live.getOrDefault(member.id, 0L)),
                last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @DELETE
    @Path("/{id}/keys")
    @Transactional
    @Operation(
            operationId = "deleteMemberKeys",
            summary = "Revoke all keys of a member",
            description =
                    "For somebody who leaves: their keys and what they signed in with are refused from now on. What they said stays, and counts as before. "
                            + "Who signs in by your identity provider has to be locked out there. The last admin who has a way in keeps it (409). "
                            + "It may be repeated: keys that are revoked already are no error.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revokeKeys(@PathParam("id") String id) {
        var member = members.findById(Ids.parse(id));
        if (member == null) {
            throw ProblemException.notFound();
        }
        admins.requireWithout(member);
        revoking.revokeAllOf(member);
        sessions.endAllOf(member.id);
        audit.tell("member_keys_revoked", id);
    }
}
