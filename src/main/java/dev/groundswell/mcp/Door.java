package dev.groundswell.mcp;

import dev.groundswell.http.EdgeProblems;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import dev.groundswell.http.RoutingProblems;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who comes to {@code /mcp} says first who they are, and then one thing at a time. The tools ask for permissions again: this
 * is so that a client hears a status that it knows, and that nobody is read who is not known.
 */
@ApplicationScoped
class Door {

    private static final String PATH = "/mcp";

    /** After the framework has looked for a credential, and before it reads a body. */
    private static final int FIRST = 20;

    private static final int THEN = 10;

    /** The timer that ends the wait for a body. */
    private static final String LATE = Door.class.getName() + ".late";

    private final EdgeProblems problems;
    private final IdentityProviderManager identities;
    private final Nulls nulls;
    private final long milliseconds;

    Door(
            EdgeProblems problems,
            IdentityProviderManager identities,
            Nulls nulls,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
        this.problems = problems;
        this.identities = identities;
        this.nulls = nulls;
        this.milliseconds = patience.toMillis();
    }

    void open(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (isHere(request)) {
                        enter(request);
                    } else {
                        request.next();
                    }
                },
                FIRST);
        filters.register(
                request -> {
                    if (isHere(request)) {
                        hear(request);
                    } else {
                        request.next();
                    }
                },
                THEN);
    }

    /** With the older transport, which is below the path, a stream is held open for each client. */
    private static boolean isHere(RoutingContext request) {
        var path = request.normalizedPath();
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    private void enter(RoutingContext request) {
        if (!request.normalizedPath().equals(PATH)) {
            problems.answer(request, ProblemException.notFound());
        } else if (!request.request().method().equals(HttpMethod.POST)) {
            request.response().putHeader("Allow", "POST");
            problems.answer(request, ProblemException.of(ProblemType.method_not_allowed, "Messages are posted"));
        } else {
            prove(request);
        }
    }

    private void prove(RoutingContext request) {
        var here = Vertx.currentContext();
        request.request().pause();
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>)
                (same, failure) -> turnAway(request, RoutingProblems.of(failure)));
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .subscribe()
                .with(
                        caller -> here.runOnContext(nothing -> {
                            if (caller.isAnonymous()) {
                                turnAway(request, ProblemException.of(ProblemType.unauthenticated));
                            } else {
                                read(request);
                            }
                        }),
                        failure -> here.runOnContext(nothing -> turnAway(request, RoutingProblems.of(failure))));
    }

    private void turnAway(RoutingContext request, ProblemException refusal) {
        problems.answer(request, refusal);
        request.request().resume();
    }

    private void read(RoutingContext request) {
        if (!accepts(request, "application/json") || !accepts(request, "text/event-stream")) {
            turnAway(
                    request,
                    ProblemException.of(
                            ProblemType.not_acceptable, "Accept has to name application/json and text/event-stream"));
            return;
        }
        var late = request.vertx().setTimer(milliseconds, waited -> problems.turnAway(request, ProblemType.too_slow));
        request.addEndHandler(answered -> request.vertx().cancelTimer(late));
        request.put(LATE, late);
        BodyHandler.create(false).setBodyLimit(problems.limit(request)).handle(request);
        request.request().resume();
    }

    /** A list of messages would be many questions at the price of one. */
    private void hear(RoutingContext request) {
        request.vertx().cancelTimer(request.<Long>get(LATE));
        var body = request.body().buffer();
        if (body == null
                || !body.toString(StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
            problems.answer(
                    request, ProblemException.of(ProblemType.unreadable, "The body has to be one JSON-RPC message"));
            return;
        }
        nulls.without(body).ifPresent(((RoutingContextInternal) request)::setBody);
        request.next();
    }

    private static boolean accepts(RoutingContext request, String mediaType) {
        return request.request().headers().getAll("Accept").stream().anyMatch(each -> each.contains(mediaType));
    }
}
