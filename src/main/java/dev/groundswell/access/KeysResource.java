package dev.groundswell.access;

import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.PlausibleDate;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Keys of integrations, for admins. A person's keys are listed to nobody else: they are revoked all at once, by the member's id. */
@Path("/v1/keys")
@Tag(name = "Keys")
@PermissionsAllowed(Permission.MANAGE_ACCESS)
class KeysResource {

    private static final String LIST = "keys";

    private final ApiKey.Repository keys;
    private final Member.Repository members;
    private final Keys making;
    private final Audit audit;
    private final Cursors cursors;
    private final Idempotency idempotency;
    private final Clock clock;

    KeysResource(
            ApiKey.Repository keys,
            Member.Repository members,
            Keys making,
            Audit audit,
            Cursors cursors,
            Idempotency idempotency,
            Clock clock) {
        this.keys = keys;
        this.members = members;
        this.making = making;
        this.audit = audit;
        this.cursors = cursors;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Schema(description = "What a key of an integration may do")
    enum Scope {
        write_deals,
        read_deals,
        read_catalog,
        read_workspace
    }

    @Schema(
            name = "KeyCreate",
            description = "The integration that a new key is for, and what the key may do",
            requiredProperties = "name")
    record Create(
            @Schema(
                    description =
                            "The integration's name; a second key of the same name belongs to the same integration",
                    examples = "HubSpot production")
            @NotBlank
            @Size(max = 100)
            String name,

            @Schema(description = "What the key may do; absent or empty: everything an integration may do")
            @Size(max = 4)
            @Nullable
            Set<@NotNull Scope> scopes,

            @Schema(description = "When it ends by itself; absent: never", examples = "2027-11-20T00:00:00Z")
            @Nullable
            @PlausibleDate
            Instant expiresAt) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listKeys",
            summary = "List the live keys of integrations",
            description = "Without the keys themselves, which were shown once. Keys of people are listed to nobody but "
                    + "their owners.")
    public Page<KeyView> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = keys.liveOfIntegrations(
                position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1, clock.instant());
        return Page.of(rows, page.limit(), KeyView::of, last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "createKey",
            summary = "Make a key for an integration",
            description =
                    "Two keys of one integration can be live at a time. The key is shown once: an answer repeated for "
                            + "an Idempotency-Key does not hold it.")
    @APIResponse(
            responseCode = "201",
            description = "The key, shown this once",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeyView.class)))
    public RestResponse<KeyView> create(@NotNull @Valid Create body) {
        var done = idempotency.once(
                body,
                () -> {
                    var scopes = body.scopes() == null ? Set.<Scope>of() : body.scopes();
                    var made = making.make(
                            integration(body.name()),
                            scopes.stream().map(Enum::name).toList(),
                            body.expiresAt());
                    audit.tell("key_created", String.valueOf(made.key().id));
                    return new Idempotency.Done<>(201, made.key().id, KeyView.of(made));
                },
                id -> KeyView.of(keys.findById(id)));
        return RestResponse.ResponseBuilder.<KeyView>created(URI.create("/v1/keys/" + done.result()))
                .entity(done.body())
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "deleteKey",
            summary = "Revoke any key",
            description = "An integration's, or a person's whose id is known. It is refused from now on.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void delete(@PathParam("id") String id) {
        var key = keys.findById(Ids.parse(id));
        if (key == null) {
            throw ProblemException.notFound();
        }
        making.revoke(key);
        audit.tell("key_revoked", id);
    }

    private Member integration(String name) {
        return members.find("role = ?1 and name = ?2", Role.integration, name)
                .firstResultOptional()
                .orElseGet(() -> {
                    var member = new Member(Role.integration, name, making.today());
                    members.persist(member);
                    return member;
                });
    }
}
