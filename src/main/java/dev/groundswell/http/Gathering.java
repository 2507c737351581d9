package dev.groundswell.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/**
 * A body that is put together as it comes, while no thread waits for it: whoever sends slowly, or without an end, holds up
 * nobody else. It ends once: whole, refused, or gone with its sender.
 */
final class Gathering {

    /** For so long what still comes is thrown away, so that the sender gets to read the refusal; in milliseconds. */
    private static final long LINGERING = 1_000;

    private final RoutingContext request;
    private final long largest;
    private final Room.Share share;
    private final Consumer<ProblemException> refusal;
    private final Buffer body = Buffer.buffer();
    private long timer;
    private boolean over;

    /** @param refusal is told why a body is not taken, once */
    Gathering(RoutingContext request, long largest, Room.Share share, Consumer<ProblemException> refusal) {
        this.request = request;
        this.largest = largest;
        this.share = share;
        this.refusal = refusal;
    }

    /** @param milliseconds within which all of it has to be there */
    void begin(long milliseconds, Consumer<Buffer> whole) {
        var http = request.request();
        timer = request.vertx().setTimer(milliseconds, late -> refuse(ProblemType.too_slow));
        http.exceptionHandler(gone -> end());
        http.handler(this::take);
        http.endHandler(last -> {
            if (end()) {
                whole.accept(body);
            }
        });
        if (http.getHeader("Expect") != null) {
            request.response().writeContinue();
        }
        http.resume();
    }

    private void take(Buffer piece) {
        if (over) {
            return;
        }
        if (body.length() + piece.length() > largest) {
            refuse(ProblemType.too_large);
        } else if (!share.grow(piece.length())) {
            refuse(ProblemType.unavailable);
        } else {
            body.appendBuffer(piece);
        }
    }

    private void refuse(ProblemType type) {
        if (end()) {
            request.response().putHeader("Connection", "close");
            refusal.accept(ProblemException.of(type));
            request.vertx()
                    .setTimer(
                            LINGERING, enough -> request.request().connection().close());
        }
    }

    /** False where it has ended before. */
    private boolean end() {
        boolean first = !over;
        over = true;
        request.vertx().cancelTimer(timer);
        return first;
    }
}
