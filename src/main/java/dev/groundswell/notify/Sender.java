package dev.groundswell.notify;

import dev.groundswell.notify.Destinations.Destination;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a destination: connects to the very address that was looked at, and holds whoever answers there to the
 * certificate of the host's name. Follows nothing, and remembers nothing of the answer but its head.
 */
@ApplicationScoped
class Sender {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int MOST_READ = 4096;

    private final Vertx vertx;
    private final Duration whole;
    private final Supplier<HttpClientOptions> options;
    private final AtomicReference<@Nullable HttpClient> client = new AtomicReference<>();

    @Inject
    Sender(Vertx vertx) {
        this(vertx, WHOLE, HttpClientOptions::new);
    }

    Sender(Vertx vertx, Duration whole, Supplier<HttpClientOptions> options) {
        this.vertx = vertx;
        this.whole = whole;
        this.options = options;
    }

    /** The head of an answer. */
    record Answer(int status, @Nullable String retryAfter) {}

    /** Fails with a {@link TimeoutException}, or with what the network said. */
    Future<Answer> post(Destination to, Map<String, String> headers, byte[] body) {
        Promise<Answer> answer = Promise.promise();
        var sent = new AtomicReference<@Nullable HttpClientRequest>();
        long timer = vertx.setTimer(whole.toMillis(), late -> {
            answer.tryFail(new TimeoutException());
            reset(sent.get());
        });
        client().request(request(to, headers))
                .compose(request -> {
                    sent.set(request);
                    if (answer.future().isComplete()) {
                        reset(request);
                    }
                    return request.send(Buffer.buffer(body)).compose(Sender::drain);
                })
                .onSuccess(answer::tryComplete)
                .onFailure(answer::tryFail);
        return answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private static RequestOptions request(Destination to, Map<String, String> headers) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(
                        SocketAddress.inetSocketAddress(to.port(), to.address().getHostAddress()))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.isSecure())
                .setURI(to.target())
                .setFollowRedirects(false)
                .setConnectTimeout(CONNECT.toMillis());
        headers.forEach(request::putHeader);
        return request;
    }

    /** A little is read, so that the receiver can finish what it says. */
    private static Future<Answer> drain(HttpClientResponse response) {
        Promise<Answer> drained = Promise.promise();
        var answer = new Answer(response.statusCode(), response.getHeader("Retry-After"));
        var left = new AtomicInteger(MOST_READ);
        response.handler(chunk -> {
            if (left.addAndGet(-chunk.length()) < 0) {
                drained.tryComplete(answer);
                reset(response.request());
            }
        });
        response.endHandler(end -> drained.tryComplete(answer));
        response.exceptionHandler(broken -> drained.tryComplete(answer));
        return drained.future();
    }

    private static void reset(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }

    /** Made for the first attempt: it reads the trusted certificates, which a start need not wait for. */
    private HttpClient client() {
        var made = client.get();
        if (made == null) {
            synchronized (this) {
                made = client.get();
                if (made == null) {
                    made = vertx.createHttpClient(options.get()
                            .setConnectTimeout((int) CONNECT.toMillis())
                            .setSslHandshakeTimeout(CONNECT.toSeconds())
                            .setVerifyHost(true)
                            .setForceSni(true)
                            .setKeepAlive(false)
                            .setMaxPoolSize(64));
                    client.set(made);
                }
            }
        }
        return made;
    }
}
