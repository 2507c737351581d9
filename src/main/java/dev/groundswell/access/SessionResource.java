package dev.groundswell.access;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a person signs in to the pages, is known there, and signs out. */
@Path("/v1/session")
@Tag(name = "Session")
@Blocking
@PermissionsAllowed(Permission.OWN_KEYS)
class SessionResource {

    private final Session.Repository sessions;
    private final Workspace.Repository workspaces;
    private final CurrentCaller caller;
    private final AccessConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionResource(
            Session.Repository sessions,
            Workspace.Repository workspaces,
            CurrentCaller caller,
            AccessConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    @Schema(
            name = "Session",
            description = "Whom the pages are shown to",
            requiredProperties = {"role", "workspace_name", "zone"})
    record View(
            Role role,

            @Schema(description = "What the company is called", examples = "Example Ltd") @Size(max = 200)
            String workspaceName,

            @Schema(description = "In which days and months are told", examples = "Europe/Berlin") @Size(max = 60)
            String zone,

            @Schema(
                    description =
                            "When the session ends; absent where none is asked about: with a key that does not end")
            @Nullable
            Instant expiresAt) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getSession",
            summary = "Who am I?",
            description = "Answers whoever holds a key, a token or a session.")
    public View get() {
        return view(caller.entry().until());
    }

    @POST
    @Transactional
    @Operation(
            operationId = "createSession",
            summary = "Sign in a browser",
            description =
                    "Asked with a key or a token, it sets the cookie `__Host-groundswell`, which browsers then send by "
                            + "themselves: HttpOnly, Secure, SameSite=Strict. Asked with a session made by a key, it renews it. The "
                            + "session ends with the key or the token it was made with, and after `groundswell.session-lifetime` "
                            + "at the latest. Over a cookie everything but GET needs the header `Groundswell-Page` and a "
                            + "browser that says `Sec-Fetch-Site: same-origin`.")
    @APIResponse(
            responseCode = "201",
            description = "Signed in; the cookie is in `Set-Cookie`",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public RestResponse<View> create(@CookieParam(SessionCookie.NAME) @Parameter(hidden = true) @Nullable String old) {
        var now = clock.instant();
        sessions.forgetWhatEnded(now);
        end(old);
        var entry = caller.entry();
        var end = now.plus(config.sessionLifetime());
        if (entry.key() == null && entry.until() != null && entry.until().isBefore(end)) {
            end = entry.until();
        }
        var credential = Credential.make(Credential.Kind.session, config.keyEnv(), caller.workspace(), random);
        sessions.persist(new Session(caller.member(), entry.key(), credential, end));
        return RestResponse.ResponseBuilder.<View>created(URI.create("/v1/session"))
                .cookie(SessionCookie.of(credential, Duration.between(now, end)))
                .entity(view(end))
                .build();
    }

    @DELETE
    @Transactional
    @Operation(
            operationId = "deleteSession",
            summary = "Sign out",
            description =
                    "The session that the cookie holds is refused from now on, and the browser forgets the cookie.")
    @APIResponse(responseCode = "204", description = "Signed out")
    public RestResponse<Void> delete(
            @CookieParam(SessionCookie.NAME) @Parameter(hidden = true) @Nullable String cookie) {
        end(cookie);
        return RestResponse.ResponseBuilder.<Void>noContent()
                .cookie(SessionCookie.gone())
                // what was shown to one shall not be found by the next at the same browser
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    /** Of one's own workspace at most, whatever else the cookie claims. */
    private void end(@Nullable String cookie) {
        if (cookie != null) {
            Credential.parse(cookie).ifPresent(sessions::end);
        }
    }

    private View view(@Nullable Instant end) {
        var workspace = workspaces.current();
        return new View(Objects.requireNonNull(caller.role()), workspace.name, workspace.zone, end);
    }
}
