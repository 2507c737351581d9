package dev.groundswell.access;

import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PlausibleDate;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A person's own keys: nobody else makes, lists or sees them. */
@Path("/v1/me/keys")
@Tag(name = "My keys")
@PermissionsAllowed(Permission.OWN_KEYS)
class MyKeysResource {

    private final ApiKey.Repository keys;
    private final Member.Repository members;
    private final Keys making;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final Clock clock;

    MyKeysResource(
            ApiKey.Repository keys,
            Member.Repository members,
            Keys making,
            CurrentCaller caller,
            Idempotency idempotency,
            Clock clock) {
        this.keys = keys;
        this.members = members;
        this.making = making;
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Schema(name = "MyKeyCreate", description = "What a new key of your own shall be")
    record Create(
            @Schema(description = "When it ends by itself; absent: never", examples = "2027-11-20T00:00:00Z")
            @Nullable
            @PlausibleDate
            Instant expiresAt) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listMyKeys",
            summary = "List my live keys",
            description = "Without the keys themselves, which were shown once. Nobody else can list them.")
    public Page<KeyView> list() {
        var live = keys.liveOf(caller.member(), clock.instant());
        return new Page<>(live.stream().map(KeyView::of).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "createMyKey",
            summary = "Make another key for myself",
            description =
                    "Two keys can be live at a time, so that one can be replaced without a gap. The key is shown once: "
                            + "an answer repeated for an Idempotency-Key does not hold it.")
    @APIResponse(
            responseCode = "201",
            description = "The key, shown this once",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeyView.class)))
    public RestResponse<KeyView> create(@NotNull @Valid Create body) {
        var done = idempotency.once(
                body,
                () -> {
                    var made = making.make(stillIn(), List.of(), body.expiresAt());
                    return new Idempotency.Done<>(201, made.key().id, KeyView.of(made));
                },
                id -> KeyView.of(keys.findById(id)));
        return RestResponse.ResponseBuilder.<KeyView>created(URI.create("/v1/me/keys/" + done.result()))
                .entity(done.body())
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "deleteMyKey",
            summary = "Revoke a key of mine",
            description = "It is refused from now on.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void delete(@PathParam("id") String id) {
        var key = keys.findById(Ids.parse(id));
        if (key == null || key.member.id != caller.member()) {
            throw ProblemException.notFound();
        }
        making.revoke(key);
    }

    /** Whoever was shut out since this request passed the door makes no key any more. */
    private Member stillIn() {
        var member = members.hold(caller.member()).orElseThrow(() -> ProblemException.of(ProblemType.unauthenticated));
        var own = caller.entry().key();
        if (own != null && keys.liveOf(member.id, clock.instant()).stream().noneMatch(key -> own.equals(key.id))) {
            throw ProblemException.of(ProblemType.unauthenticated);
        }
        return member;
    }
}
