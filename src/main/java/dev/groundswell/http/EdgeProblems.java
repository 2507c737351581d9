package dev.groundswell.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problems for what is refused before Jakarta REST sees it, where the framework would answer without a body or in HTML. */
@ApplicationScoped
public class EdgeProblems {

    /** Before the framework's own limit, which answers without a body. */
    private static final int BEFORE_ALL = 1_001;

    private static final int FIRST = 1_000;

    /** After the framework has set its own limit for bodies whose length nobody tells, and before it reads one. */
    private static final int LAST = 1;

    private static final Pattern UPLOAD = Pattern.compile("/v1/connections/[^/]+/imports");

    /** A message of a model is a question: small. */
    private static final long LARGEST_MESSAGE = 64 << 10;

    private final ObjectMapper json;
    private final long largestBody;
    private final long largestFile;

    EdgeProblems(
            ObjectMapper json,
            @ConfigProperty(name = "groundswell.max-body-size", defaultValue = "10M") MemorySize largestBody,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestFile) {
        this.json = json;
        this.largestBody = largestBody.asLongValue();
        this.largestFile = largestFile.asLongValue();
    }

    /** How many bytes a body may have. Files of exports are longer than anything else. */
    public long limit(RoutingContext request) {
        if ("/mcp".equals(request.request().path())) {
            return LARGEST_MESSAGE;
        }
        return isFile(request) ? largestFile : largestBody;
    }

    /** A file of exports, which may be longer than what is held in memory. */
    static boolean isFile(RoutingContext request) {
        var path = request.request().path();
        return path != null && path.endsWith("/imports") && UPLOAD.matcher(path).matches();
    }

    void refuse(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (isStraight(request)) {
                        request.next();
                    } else {
                        turnAway(request, ProblemType.not_found);
                    }
                },
                BEFORE_ALL);
        filters.register(
                request -> {
                    var length = request.request().getHeader("Content-Length");
                    if (length != null && (length.length() > 18 || Long.parseLong(length) > limit(request))) {
                        turnAway(request, ProblemType.too_large);
                    } else {
                        request.next();
                    }
                },
                FIRST);
        filters.register(
                request -> {
                    request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(request));
                    request.next();
                },
                LAST);
    }

    /**
     * The router also finds {@code /%761/losses} and {@code //v1/losses}; whatever goes by the beginning of an address, bounds
     * and headers and what metrics leave out, would have to know of each way to write it. So there is one.
     */
    private static boolean isStraight(RoutingContext request) {
        var path = request.request().path();
        return path == null
                || (beginning(path).equals(beginning(request.normalizedPath())) && !path.matches("/[^/]*;.*"));
    }

    /** The first two segments. */
    private static String beginning(String path) {
        int end = path.indexOf('/', path.indexOf('/', 1) + 1);
        return end < 1 ? path : path.substring(0, end);
    }

    void answerFailures(@Observes Router router) {
        router.errorHandler(400, request -> answer(request, ProblemType.unreadable));
        router.errorHandler(404, request -> answer(request, ProblemType.not_found));
        router.errorHandler(405, request -> answer(request, ProblemType.method_not_allowed));
        router.errorHandler(413, request -> answer(request, ProblemType.too_large));
        router.errorHandler(500, request -> {
            // without its message, which may quote the address
            Log.errorf(
                    "A request failed before it was understood: %s",
                    request.failure() == null
                            ? "for no reason"
                            : request.failure().getClass().getName());
            answer(request, ProblemType.internal);
        });
    }

    /** Answers before the body is there, and reads none of it. */
    public void turnAway(RoutingContext request, ProblemType type) {
        request.response().putHeader("Connection", "close");
        request.response().endHandler(sent -> request.request().connection().close());
        answer(request, type);
    }

    private void answer(RoutingContext request, ProblemType type) {
        answer(request, ProblemException.of(type));
    }

    /** Answers what is refused outside of Jakarta REST as everything else is. */
    public void answer(RoutingContext request, ProblemException refusal) {
        if (request.response().ended()) {
            return;
        }
        try {
            var said = refusal.getResponse();
            said.getStringHeaders().forEach((name, values) -> request.response().putHeader(name, values));
            request.response().setStatusCode(said.getStatus()).end(json.writeValueAsString(refusal.problem()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
