package dev.groundswell.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hands a request over to a worker once, as soon as its body is there. Every answer needs the database, first for the key
 * and then for the rest: left to itself the framework changes threads for each, and once more to wait for the body, which
 * costs as much as the work does; and whoever sends slowly would hold a worker for as long as they like.
 */
@ApplicationScoped
class Handover {

    /** The very last of the filters, when nothing refuses the request any more. */
    private static final int LAST = 0;

    /** A body of so many bytes is always taken in. */
    private static final int SHORT = 64 << 10;

    /** Of the heap, for longer ones. */
    private static final int PART = 8;

    /** Files of exports, which are read piece by piece by a worker, who waits for each. */
    private static final int MOST_STREAMS = 16;

    private final Workers workers;
    private final EdgeProblems edge;
    private final Admission admission;
    /** In milliseconds, both. */
    private final long waitForBodies;

    private final long waitForWorkers;
    private final Room room = new Room(Runtime.getRuntime().maxMemory() / PART, SHORT);
    private final Semaphore streams = new Semaphore(MOST_STREAMS);

    Handover(
            Workers workers,
            EdgeProblems edge,
            Admission admission,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration bodies,
            @ConfigProperty(name = "groundswell.worker-timeout", defaultValue = "5s") Duration work) {
        this.workers = workers;
        this.edge = edge;
        this.admission = admission;
        this.waitForBodies = bodies.toMillis();
        this.waitForWorkers = work.toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handOver, LAST);
    }

    private void handOver(RoutingContext request) {
        var path = request.request().path();
        if (path == null || !path.startsWith("/v1/")) {
            request.next();
        } else if (request.request().isEnded() || hasNoBody(request.request())) {
            work(request);
        } else if (EdgeProblems.isFile(request)) {
            stream(request);
        } else {
            gather(request);
        }
    }

    private void gather(RoutingContext request) {
        var share = room.share();
        request.addEndHandler(done -> share.giveBack());
        new Gathering(request, edge.limit(request), share, refusal -> edge.answer(request, refusal))
                .begin(waitForBodies, body -> handOver(request, body));
    }

    private void handOver(RoutingContext request, @Nullable Buffer body) {
        ((RoutingContextInternal) request).setBody(body);
        work(request);
    }

    private void work(RoutingContext request) {
        admission.enterForWork(request).ifPresent(place -> {
            var turn = new AtomicBoolean();
            var late = request.vertx().setTimer(waitForWorkers, waited -> {
                if (turn.compareAndSet(false, true)) {
                    admission.refuse(request);
                }
            });
            workers.work(Admission.isHook(request), () -> {
                try {
                    if (turn.compareAndSet(false, true)) {
                        request.vertx().cancelTimer(late);
                        request.next();
                    }
                } finally {
                    place.leave();
                }
            });
        });
    }

    private void stream(RoutingContext request) {
        if (streams.tryAcquire()) {
            request.addEndHandler(done -> streams.release());
            if (admission.enter(request)) {
                request.next();
            }
        } else {
            edge.turnAway(request, ProblemType.unavailable);
        }
    }

    private static boolean hasNoBody(HttpServerRequest request) {
        return request.getHeader("Content-Length") == null && request.getHeader("Transfer-Encoding") == null;
    }
}
