package dev.groundswell.access;

import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Turns an invite's code into a person's own key. */
@Path("/v1/invites/{code}/accept")
@Tag(name = "Invites")
class AcceptResource {

    private final Invite.Repository invites;
    private final Member.Repository members;
    private final Keys making;
    private final CurrentWorkspace workspace;
    private final AccessConfig config;
    private final Guesses guesses;
    private final Clock clock;

    AcceptResource(
            Invite.Repository invites,
            Member.Repository members,
            Keys making,
            CurrentWorkspace workspace,
            AccessConfig config,
            Guesses guesses,
            Clock clock) {
        this.invites = invites;
        this.members = members;
        this.making = making;
        this.workspace = workspace;
        this.config = config;
        this.guesses = guesses;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "acceptInvite",
            summary = "Join with an invite, and make my own key",
            description =
                    "Needs no key: the code is the proof. It works once (409 afterwards). The key is shown this once, and "
                            + "nobody else ever sees it.")
    @APIResponse(
            responseCode = "201",
            description = "The key, shown this once",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeyView.class)))
    public RestResponse<KeyView> accept(
            @PathParam("code") @Parameter(description = "The code of the invite") String code,
            @Context HttpServerRequest http) {
        var address = Guesses.address(http);
        guesses.refuseWhoGuesses(address);
        var claimed = Credential.parse(code)
                .filter(c -> c.kind() == Credential.Kind.invite && c.env().equals(config.keyEnv()))
                .orElseThrow(() -> wrong(address));
        workspace.enter(claimed.workspace());
        var made = QuarkusTransaction.requiringNew().call(() -> KeyView.of(join(claimed, address)));
        return RestResponse.ResponseBuilder.<KeyView>created(URI.create("/v1/me/keys/" + made.id()))
                .entity(made)
                .build();
    }

    private Keys.Made join(Credential claimed, String address) {
        var invite = invites.lock(claimed.handle())
                .filter(found -> MessageDigest.isEqual(found.hash, claimed.hash()))
                .orElseThrow(() -> wrong(address));
        if (invite.acceptedOn != null) {
            throw ProblemException.of(ProblemType.conflict, "This invite was accepted already");
        }
        if (!invite.expiresAt.isAfter(clock.instant())) {
            throw ProblemException.of(ProblemType.conflict, "This invite has expired");
        }
        invite.acceptedOn = making.today();
        var member = new Member(invite.role, null, making.today());
        members.persist(member);
        return making.make(member, List.of(), null);
    }

    private ProblemException wrong(String address) {
        guesses.count(address);
        return ProblemException.notFound();
    }
}
