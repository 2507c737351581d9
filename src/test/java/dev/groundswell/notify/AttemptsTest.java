package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outside of tests nothing goes to loopback, whatever a name server says and when. */
class AttemptsTest {

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @AfterEach
    void close() throws Exception {
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

    private Outcome attempt(Destinations destinations, String url) throws Exception {
        var outcome = new CompletableFuture<Outcome>();
        new Attempts(destinations, new Sender(vertx), metrics, Clock.systemUTC())
                .make(
                        new Queue.Attempt(
                                1, 1, Channel.webhook, 1, url, Map.of(), "{}".getBytes(StandardCharsets.UTF_8)),
                        outcome::complete);
        return outcome.get(30, TimeUnit.SECONDS);
    }
}
