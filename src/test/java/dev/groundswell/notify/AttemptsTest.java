package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is sent late, nobody waits for the names of others, and outside of tests nothing goes to loopback, whatever a name server says and when. */
class AttemptsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private final List<Outcome> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final Destinations hanging = new Destinations(() -> true, host -> {
        if (host.startsWith("hangs")) {
            wait(free);
        }
        return List.of(InetAddress.getLoopbackAddress());
    });

    @AfterEach
    void close() throws Exception {
        free.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aNameThatWasPublicWhenItWasCheckedIsRefusedWhenItNoLongerIs() throws Exception {
        try (var receiver = new Receiver()) {
            var answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
            var strict = new Destinations(() -> false, host -> List.of(InetAddress.getByName(answers.remove())));
            strict.check("https://hooks.example.com:8443/in");

            var outcome = attempt(strict, "https://hooks.example.com:8443/in");

            assertThat(outcome.failure()).isEqualTo(Outcome.Failure.refused_address);
            assertThat(receiver.got()).isEmpty();
            assertThat(metrics.counter("groundswell.outgoing.failed").count()).isEqualTo(1);
        }
    }

    /** Somebody may have kept it while it was allowed. */
    @Test
    void anAddressInNumbersIsRefusedAtTheAttemptToo() throws Exception {
        try (var receiver = new Receiver()) {
            var strict = new Destinations(() -> false, host -> List.of(InetAddress.getByName(host)));

            assertThat(attempt(strict, receiver.url("/in")).failure()).isEqualTo(Outcome.Failure.refused_address);
            assertThat(receiver.got()).isEmpty();
        }
    }

    @Test
    void aNameThatNobodyKnowsSaysSo() throws Exception {
        var destinations = new Destinations(() -> false, host -> {
            throw new UnknownHostException(host);
        });

        assertThat(attempt(destinations, "https://hooks.example.com/").failure())
                .isEqualTo(Outcome.Failure.unknown_host);
    }

    @Test
    void namesThatHangHoldUpTheirOwnWorkspaceAlone() throws Exception {
        try (var receiver = new Receiver()) {
            var attempts = attempts(hanging, Attempts.Times.USUAL);
            for (int i = 0; i < 40; i++) {
                attempts.make(to("one", "https://hangs.example.com/"), told::add, () -> {});
            }

            var other = new CompletableFuture<Outcome>();
            attempts.make(to("other", receiver.url("/in")), other::complete, () -> {});

            assertThat(other.get(20, TimeUnit.SECONDS).isDelivered()).isTrue();
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whatFoundNoThreadInTimeIsNeitherCountedNorSent() throws Exception {
        try (var receiver = new Receiver()) {
            var attempts = attempts(hanging, new Attempts.Times(SHORT, LONG, LONG));
            for (int i = 0; i < 4; i++) {
                attempts.make(to("one", "https://hangs.example.com/"), told::add, () -> {});
            }
            var untried = new CompletableFuture<Boolean>();

            attempts.make(to("one", receiver.url("/in")), told::add, () -> untried.complete(true));

            assertThat(untried.get(10, TimeUnit.SECONDS)).isTrue();
            free.countDown();
            var after = new CompletableFuture<Outcome>();
            attempts.make(to("one", receiver.url("/after")), after::complete, () -> {});
            assertThat(after.get(10, TimeUnit.SECONDS).isDelivered()).isTrue();
            assertThat(receiver.got()).extracting(Receiver.Request::path).containsExactly("/after");
            assertThat(metrics.counter("groundswell.outgoing.postponed").count())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsFoundTooLateIsNotSent() throws Exception {
        try (var receiver = new Receiver()) {
            var found = new CountDownLatch(1);
            var late = new Destinations(() -> true, host -> {
                wait(free);
                found.countDown();
                return List.of(InetAddress.getLoopbackAddress());
            });
            var outcome = new CompletableFuture<Outcome>();

            attempts(late, new Attempts.Times(LONG, SHORT, LONG))
                    .make(to("one", receiver.url("/in")), outcome::complete, () -> {});

            assertThat(outcome.get(10, TimeUnit.SECONDS).failure()).isEqualTo(Outcome.Failure.timeout);
            free.countDown();
            wait(found);
            Thread.sleep(500);
            assertThat(receiver.got()).isEmpty();
        }
    }

    private Outcome attempt(Destinations destinations, String url) throws Exception {
        var outcome = new CompletableFuture<Outcome>();
        attempts(destinations, Attempts.Times.USUAL).make(to("one", url), outcome::complete, () -> {});
        return outcome.get(30, TimeUnit.SECONDS);
    }

    private Attempts attempts(Destinations destinations, Attempts.Times times) {
        return new Attempts(destinations, new Sender(vertx), metrics, Clock.systemUTC(), times);
    }

    private static Queue.Attempt to(String workspace, String url) {
        return new Queue.Attempt(
                1, workspace, 1, Channel.webhook, 1, url, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
