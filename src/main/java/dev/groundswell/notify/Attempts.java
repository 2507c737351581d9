package dev.groundswell.notify;

import dev.groundswell.notify.Destinations.Destination;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ConnectTimeoutException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes attempts: looks where the address leads at this moment, sends, and says in a word what came of it. Each step has a
 * time, and what is late for its time does not go on to the next, so nothing is sent of which was told that it failed.
 */
@ApplicationScoped
class Attempts {

    private static final String DELIVERED = "groundswell.outgoing.delivered";
    private static final String FAILED = "groundswell.outgoing.failed";
    private static final String POSTPONED = "groundswell.outgoing.postponed";

    private final Destinations destinations;
    private final Sender sender;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Times times;
    private final Lookups lookups = new Lookups();

    @Inject
    Attempts(Destinations destinations, Sender sender, MeterRegistry metrics, Clock clock) {
        this(destinations, sender, metrics, clock, Times.USUAL);
    }

    Attempts(Destinations destinations, Sender sender, MeterRegistry metrics, Clock clock, Times times) {
        this.destinations = destinations;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
        this.times = times;
    }

    /**
     * How long each step may take. Together they are shorter than the time for which an attempt counts as under way.
     *
     * @param begun until a thread is free to look the name up
     * @param found the look-up itself
     * @param sent with the answer; longer than the sender's own limit, which tells more
     */
    record Times(Duration begun, Duration found, Duration sent) {

        static final Times USUAL = new Times(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(16));
    }

    /** A counter that begins at 1 is no rise to Prometheus. */
    void start(@Observes StartupEvent starting) {
        for (var outcome : List.of(DELIVERED, FAILED, POSTPONED)) {
            metrics.counter(outcome);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        lookups.stop();
    }

    /**
     * Tells one of the two once, from whatever thread.
     *
     * @param untried where no thread was free in time: nothing is known of the receiver, and nothing will be sent
     */
    void make(Queue.Attempt attempt, Consumer<Outcome> told, Runnable untried) {
        // each is completed once, by the step or by its time
        var begun = new CompletableFuture<Boolean>();
        var found = new CompletableFuture<Destination>();
        Runnable lookup = () -> {
            if (begun.complete(true)) {
                find(attempt, found);
            }
        };
        var unused = begun.completeOnTimeout(false, times.begun().toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(inTime -> {
                    if (inTime) {
                        send(attempt, found, told);
                    } else {
                        lookups.takeBack(attempt.workspace(), lookup);
                        metrics.counter(POSTPONED).increment();
                        untried.run();
                    }
                });
        lookups.run(attempt.workspace(), lookup);
    }

    private void find(Queue.Attempt attempt, CompletableFuture<Destination> found) {
        try {
            found.complete(destinations.resolve(destinations.read(attempt.url()), attempt.number() - 1));
        } catch (Destinations.RefusedException | UnknownHostException | RuntimeException failure) {
            found.completeExceptionally(failure);
        }
    }

    private void send(Queue.Attempt attempt, CompletableFuture<Destination> found, Consumer<Outcome> told) {
        var unused = found.orTimeout(times.found().toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(destination -> sender.post(destination, attempt.headers(), attempt.body())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .orTimeout(times.sent().toMillis(), TimeUnit.MILLISECONDS))
                .thenApply(answer -> Outcome.answered(
                        answer.status(), retryAfter(answer.retryAfter(), clock.instant()), attempt.channel()))
                .exceptionally(failure -> Outcome.failed(kind(failure)))
                .thenAccept(outcome -> tell(outcome, told));
    }

    private void tell(Outcome outcome, Consumer<Outcome> told) {
        metrics.counter(outcome.isDelivered() ? DELIVERED : FAILED).increment();
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
            if (cause instanceof Destinations.RefusedException) {
                return Outcome.Failure.refused_address;
            }
            if (cause instanceof UnknownHostException) {
                return Outcome.Failure.unknown_host;
            }
            if (cause instanceof TimeoutException || cause instanceof ConnectTimeoutException) {
                return Outcome.Failure.timeout;
            }
            if (cause instanceof SSLException) {
                return Outcome.Failure.tls;
            }
        }
        return Outcome.Failure.connection;
    }
}
