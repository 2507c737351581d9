package dev.groundswell.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands a request over to a worker once, as soon as its body is there. Every answer needs the database, first for the key
 * and then for the rest: left to itself the framework changes threads for each, and once more to wait for the body, which
 * costs as much as the work does.
 */
@ApplicationScoped
class Handover {

    /** The very last of the filters, when nothing refuses the request any more. */
    private static final int LAST = 0;

    /** A longer body is read piece by piece, by whoever reads it. */
    private static final int LARGEST = 64 * 1024;

    /** As long as the framework itself waits for a body. */
    private static final int SECONDS = 60;

    private final ScheduledExecutorService workers;
    private final Admission admission;

    Handover(ScheduledExecutorService workers, Admission admission) {
        this.workers = workers;
        this.admission = admission;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handOver, LAST);
    }

    private void handOver(RoutingContext request) {
        var path = request.request().path();
        if (path == null || !path.startsWith("/v1/")) {
            request.next();
        } else if (request.request().version() == HttpVersion.HTTP_2) {
            // of HTTP/2 the framework refuses to go on with what has been read already
            enter(request, !request.request().isEnded());
        } else if (request.request().isEnded() || hasNoBody(request.request())) {
            work(request);
        } else if (!isShort(request.request())) {
            enter(request, true);
        } else if (admission.isOpenTo(request)) {
            request.request()
                    .body()
                    .timeout(SECONDS, TimeUnit.SECONDS)
                    .onSuccess(body -> handOver(request, body))
                    .onFailure(gone -> request.request().connection().close());
            // it was stopped until somebody wants its body
            request.request().resume();
        }
    }

    private void handOver(RoutingContext request, @Nullable Buffer body) {
        ((RoutingContextInternal) request).setBody(body);
        work(request);
    }

    private void enter(RoutingContext request, boolean reads) {
        if (reads ? admission.enterReading(request) : admission.enter(request)) {
            request.next();
        }
    }

    private void work(RoutingContext request) {
        admission
                .enterForWork(request)
                .ifPresent(place -> workers.execute(() -> {
                    try {
                        request.next();
                    } finally {
                        place.leave();
                    }
                }));
    }

    private static boolean hasNoBody(HttpServerRequest request) {
        return request.getHeader("Content-Length") == null && request.getHeader("Transfer-Encoding") == null;
    }

    static boolean isShort(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        // who expects to be told to go on is told by whoever reads
        return length != null
                && length.length() < 6
                && Integer.parseInt(length) <= LARGEST
                && request.getHeader("Expect") == null;
    }
}
