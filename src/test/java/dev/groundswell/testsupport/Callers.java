package dev.groundswell.testsupport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Log one loss after another, each of source {@code stopping}, until they are told to stop; what fails is not tried again. */
public final class Callers implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;
    private final List<Future<?>> calling;
    private volatile boolean stopped;

    public Callers(int port, String key, int many) {
        this.base = "http://127.0.0.1:" + port;
        this.key = key;
        this.threads = Executors.newFixedThreadPool(many);
        this.calling = Stream.<Future<?>>generate(() -> threads.submit(this::call))
                .limit(many)
                .toList();
    }

    private void call() {
        while (!stopped) {
            var body = "{\"source\": \"stopping\", \"external_id\": \"%d\", \"closed_on\": \"2026-03-04\"}"
                    .formatted(begun.incrementAndGet());
            try {
                int status = submit("/v1/losses", body).join().statusCode();
                if (status == 201) {
                    answered.incrementAndGet();
                } else {
                    failures.add(String.valueOf(status));
                }
            } catch (RuntimeException noAnswer) {
                failures.add(noAnswer.toString());
            }
        }
    }

    /** One request beside the others. */
    public CompletableFuture<HttpResponse<String>> submit(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Contract.send(http, request);
            } catch (IOException | InterruptedException noAnswer) {
                throw new IllegalStateException(noAnswer);
            }
        });
    }

    /** Until so many more are answered. */
    public void awaitMore(int many) {
        int enough = answered.get() + many;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answered.get() >= enough);
    }

    /** How many losses were answered, once the last request is. */
    public int stop() throws Exception {
        stopped = true;
        for (var each : calling) {
            each.get(30, TimeUnit.SECONDS);
        }
        return answered.get();
    }

    public List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
