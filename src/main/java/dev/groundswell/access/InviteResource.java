package dev.groundswell.access;

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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One-time ways in for people, made by admins. */
@Path("/v1/invites")
@Tag(name = "Invites")
@PermissionsAllowed(Permission.MANAGE_ACCESS)
class InviteResource {

    private static final String LIST = "invites";

    private final Invite.Repository invites;
    private final Keys making;
    private final Audit audit;
    private final Cursors cursors;
    private final Idempotency idempotency;
    private final AccessConfig config;
    private final Clock clock;

    InviteResource(
            Invite.Repository invites,
            Keys making,
            Audit audit,
            Cursors cursors,
            Idempotency idempotency,
            AccessConfig config,
            Clock clock) {
        this.invites = invites;
        this.making = making;
        this.audit = audit;
        this.cursors = cursors;
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
    }

    @Schema(description = "What an invited person will be")
    enum PersonRole {
        rep,
        leader,
        admin
    }

    @Schema(name = "InviteCreate", description = "What an invited person will be", requiredProperties = "role")
    record Create(
            @Schema(description = "What the invited person will be") @NotNull
            PersonRole role) {}

    @Schema(
            name = "Invite",
            description = "A one-time way in: whether it was accepted, but not by whom",
            requiredProperties = {"id", "role", "created_at", "expires_at"})
    record View(
            @Schema(examples = "3") @Size(max = 20) String id,

            @Schema(description = "What the invited person will be")
            PersonRole role,

            Instant createdAt,

            @Schema(description = "Until then it can be accepted")
            Instant expiresAt,

            @Schema(description = "The day on which it was accepted; absent while it is open") @Nullable
            LocalDate acceptedOn,

            @Schema(
                    description = "What the invited person accepts with, in the answer that makes it and never again",
                    examples = "gsi_live_k3v9q2mz1f0aa4xx_Zr5VnRr6kC0nJ8yqLw3uGd1hQe7tXb000001")
            @Size(max = 100)
            @Nullable
            String code) {

        static View of(Invite invite) {
            return of(invite, null);
        }

        static View of(Invite invite, @Nullable String code) {
            return new View(
                    String.valueOf(invite.id),
                    PersonRole.valueOf(invite.role.name()),
                    invite.createdAt,
                    invite.expiresAt,
                    invite.acceptedOn,
                    code);
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listInvites",
            summary = "List invites, the oldest first",
            description = "Open and accepted ones, without their codes.")
    public Page<View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = invites.after(position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(rows, page.limit(), View::of, last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "createInvite",
            summary = "Invite a person",
            description = "The code is shown once: an answer repeated for an Idempotency-Key does not hold it.")
    @APIResponse(
            responseCode = "201",
            description = "The invite, its code shown this once",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> create(@NotNull @Valid Create body) {
        var done = idempotency.once(
                body,
                () -> {
                    var code = making.makeInviteCode();
                    var now = clock.instant();
                    var invite =
                            new Invite(Role.valueOf(body.role().name()), code, now, now.plus(config.inviteLifetime()));
                    invites.persist(invite);
                    audit.tell("invite_created", String.valueOf(invite.id));
                    return new Idempotency.Done<>(201, invite.id, View.of(invite, code.text()));
                },
                id -> View.of(invites.findByIdOptional(id).orElseThrow(ProblemException::madeAndGone)));
        return RestResponse.ResponseBuilder.<View>created(URI.create("/v1/invites/" + done.result()))
                .entity(done.body())
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "deleteInvite",
            summary = "Withdraw an invite",
            description = "An accepted one makes no difference any more.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void delete(@PathParam("id") String id) {
        if (!invites.deleteById(Ids.parse(id))) {
            throw ProblemException.notFound();
        }
        audit.tell("invite_withdrawn", id);
    }
}
