package dev.groundswell.crm;

import dev.groundswell.crm.proof.HookRequest;
import dev.groundswell.crm.wire.Form;
import dev.groundswell.crm.wire.Json;
import dev.groundswell.http.AnyParameters;
import dev.groundswell.http.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where CRMs call. Answers are what each vendor expects, not problems: an unexpected one makes it retry, ban or forget. */
@Path("/v1/hooks/{token}")
class HookResource {

    private final HookDoor door;
    private final HookUrls urls;
    private final Clock clock;

    HookResource(HookDoor door, HookUrls urls, Clock clock) {
        this.door = door;
        this.urls = urls;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @AnyParameters
    @Operation(hidden = true)
    public Response receive(@PathParam("token") String token, @Context HttpServerRequest http, byte[] body) {
        try {
            return answer(door.receive(token, setup -> request(setup, token, http, body))
                    .orElseThrow(ProblemException::notFound));
        } catch (SQLException unavailable) {
            return later();
        }
    }

    /** Some vendors try a URL out before they use it. */
    @GET
    @PermitAll
    @AnyParameters
    @Operation(hidden = true)
    public Response tryOut(@PathParam("token") String token, @Context HttpServerRequest http) {
        try {
            return answer(door.shakeHands(token, setup -> request(setup, token, http, new byte[0]))
                    .orElseThrow(ProblemException::notFound));
        } catch (SQLException unavailable) {
            return later();
        }
    }

    /** The handshake of the CloudEvents web hook specification: yes, this origin may send, as often as it likes. */
    @OPTIONS
    @PermitAll
    @AnyParameters
    @Operation(hidden = true)
    public Response shakeHands(@PathParam("token") String token, @Context HttpServerRequest http) {
        try {
            if (door.enter(token).isEmpty()) {
                throw ProblemException.notFound();
            }
        } catch (SQLException unavailable) {
            return later();
        }
        var response = Response.ok().header("Allow", "GET, OPTIONS, POST");
        var origin = http.getHeader("WebHook-Request-Origin");
        if (origin != null) {
            response.header("WebHook-Allowed-Origin", origin).header("WebHook-Allowed-Rate", "*");
        }
        return response.build();
    }

    private HookRequest request(Setup setup, String token, HttpServerRequest http, byte[] body) {
        Map<String, List<String>> headers = new TreeMap<>(http.headers().names().stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT), http.headers()::getAll, (one, same) -> one)));
        var query = http.query();
        return new HookRequest(
                http.method().name(),
                urls.asCalled(setup.calledUrl(), token, query),
                headers,
                query == null ? Json.nothing() : Form.query(query),
                body,
                clock.instant());
    }

    private static Response answer(Kind.Answer answer) {
        var response = Response.status(answer.status());
        if (answer.body() != null) {
            response.entity(answer.body()).type(answer.contentType());
        }
        return response.build();
    }

    private static Response later() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", "5")
                .build();
    }
}
