package dev.groundswell.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ConnectTimeoutException;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes attempts: looks where the address leads at this moment, sends, and says in a word what came of it. */
@ApplicationScoped
class Attempts {

    /** With the look-up, which may hang. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final int LOOKED_UP_AT_ONCE = 16;

    private final Destinations destinations;
    private final Sender sender;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final ExecutorService lookups = Executors.newFixedThreadPool(LOOKED_UP_AT_ONCE, Attempts::thread);

    Attempts(Destinations destinations, Sender sender, MeterRegistry metrics, Clock clock) {
        this.destinations = destinations;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent stopping) {
        lookups.shutdownNow();
    }

    /** Tells the outcome once, from whatever thread. */
    void make(Queue.Attempt attempt, Consumer<Outcome> told) {
        var unused = CompletableFuture.supplyAsync(() -> send(attempt), lookups)
                .thenCompose(Future::toCompletionStage)
                .completeOnTimeout(Outcome.failed(Outcome.Failure.timeout), LONGEST.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(failure -> Outcome.failed(kind(failure)))
                .thenAccept(outcome -> tell(outcome, told));
    }

    private Future<Outcome> send(Queue.Attempt attempt) {
        try {
            var destination = destinations.resolve(destinations.read(attempt.url()), attempt.number() - 1);
            return sender.post(destination, attempt.headers(), attempt.body())
                    .map(answer -> Outcome.answered(
                            answer.status(), retryAfter(answer.retryAfter(), clock.instant()), attempt.channel()));
        } catch (Destinations.RefusedException refused) {
            return Future.succeededFuture(Outcome.failed(Outcome.Failure.refused_address));
        } catch (UnknownHostException unknown) {
            return Future.succeededFuture(Outcome.failed(Outcome.Failure.unknown_host));
        }
    }

    private void tell(Outcome outcome, Consumer<Outcome> told) {
        metrics.counter(outcome.isDelivered() ? "groundswell.outgoing.delivered" : "groundswell.outgoing.failed")
                .increment();
        told.accept(outcome);
    }

    /** Seconds, or a date; what is neither is no wish. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        if (header.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static Outcome.Failure kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof ConnectTimeoutException) {
                return Outcome.Failure.timeout;
            }
            if (cause instanceof SSLException) {
                return Outcome.Failure.tls;
            }
        }
        return Outcome.Failure.connection;
    }

    private static Thread thread(Runnable lookup) {
        var thread = new Thread(lookup, "outgoing-lookup");
        thread.setDaemon(true);
        return thread;
    }
}
