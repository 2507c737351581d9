package dev.groundswell.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets in as many requests as are answered in good time, and tells the others at once to come again: in a queue that only grows
 * everybody waits for longer than they care to, and nobody is served.
 */
@ApplicationScoped
class Admission {

    private static final String HOOKS = "/v1/hooks/";

    /** Before anything is done for a request that nobody would have the time for. */
    private static final int EARLY = 900;

    /** Once a model's message is there, and before it is heard. */
    private static final int BEFORE_MODELS_ARE_HEARD = 15;

    /** So many bytes of a refused body are read and thrown away, so that its connection can be used again. */
    private static final long WORTH_READING = 64 << 10;

    private final Places forHooks;
    private final Places forOthers;

    private final Counter refused;

    /** Rendered once: to refuse costs next to nothing. */
    private final Buffer problem;

    Admission(
            ObjectMapper json,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "groundswell.requests-at-once", defaultValue = "64") int atOnce)
            throws JsonProcessingException {
        this.forHooks = new Places(atOnce, clock);
        this.forOthers = new Places(atOnce - atOnce / 4, clock);
        this.refused = metrics.counter("groundswell.requests.refused");
        this.problem = Buffer.buffer(json.writeValueAsBytes(
                ProblemException.of(ProblemType.unavailable, "More is asked at once than can be answered in good time")
                        .problem()));
        metrics.gauge("groundswell.requests.inside", this, all -> all.forHooks.taken() + all.forOthers.taken());
    }

    void guard(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (!isCounted(request) || places(request).areLeft()) {
                        request.next();
                    } else {
                        refuse(request);
                    }
                },
                EARLY);
        filters.register(
                request -> {
                    if (!isModel(request) || enter(request)) {
                        request.next();
                    }
                },
                BEFORE_MODELS_ARE_HEARD);
    }

    /** Takes a place until the request is answered or its client has gone. False where it was refused. */
    boolean enter(RoutingContext request) {
        var place = places(request).take(1);
        place.ifPresentOrElse(taken -> request.addEndHandler(answered -> taken.leave()), () -> refuse(request));
        return place.isPresent();
    }

    /** Takes a place for a worker, who may go on after the client has gone; empty where the request was refused. */
    Optional<Places.Place> enterForWork(RoutingContext request) {
        var place = places(request).take(2);
        place.ifPresentOrElse(taken -> request.addEndHandler(answered -> taken.leave()), () -> refuse(request));
        return place;
    }

    private Places places(RoutingContext request) {
        return isHook(request) ? forHooks : forOthers;
    }

    private static boolean isCounted(RoutingContext request) {
        var path = request.request().path();
        return path != null && (path.startsWith("/v1/") || isModel(request));
    }

    private static boolean isModel(RoutingContext request) {
        return "/mcp".equals(request.request().path());
    }

    static boolean isHook(RoutingContext request) {
        return request.request().path().startsWith(HOOKS);
    }

    /** In words of a problem; webhooks are told no more than that they are to come again. */
    void refuse(RoutingContext request) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        refused.increment();
        var response = request.response()
                .setStatusCode(ProblemType.unavailable.status())
                .putHeader("Retry-After", "5")
                .putHeader("Cache-Control", "no-store");
        var http = request.request();
        if (!http.isEnded() && !isShort(http)) {
            // nobody waits for what is still to come of it
            response.putHeader("Connection", "close");
            request.addEndHandler(sent -> http.connection().close());
        }
        if (isHook(request)) {
            response.end();
        } else {
            response.putHeader("Content-Type", MediaTypes.PROBLEM).end(problem);
        }
        http.resume();
    }

    private static boolean isShort(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") == null
                && (length == null || Long.parseLong(length) <= WORTH_READING);
    }
}
