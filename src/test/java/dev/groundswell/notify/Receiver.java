package dev.groundswell.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody on loopback who is told what happens, and answers as a test wants it. */
public final class Receiver implements AutoCloseable {

    /** What has come; the names of headers in lower case. */
    public record Request(String path, Map<String, String> headers, String body) {}

    private final List<Request> got = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();
    private volatile String body = "ok";
    private volatile Duration slowness = Duration.ZERO;

    public Receiver() {
        this(open());
    }

    Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    Receiver answering(int newStatus, String... newHeaders) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < newHeaders.length; i += 2) {
            named.put(newHeaders[i], newHeaders[i + 1]);
        }
        headers = named;
        status = newStatus;
        return this;
    }

    Receiver saying(String newBody) {
        body = newBody;
        return this;
    }

    /** Holds for what has come, too. */
    Receiver after(Duration time) {
        slowness = time;
        return this;
    }

    public List<Request> got() {
        return List.copyOf(got);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private void take(HttpExchange exchange) throws IOException {
        var named = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> named.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        got.add(new Request(
                exchange.getRequestURI().toString(),
                named,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        try {
            for (long begun = System.nanoTime(); System.nanoTime() - begun < slowness.toNanos(); ) {
                Thread.sleep(10);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        headers.forEach(exchange.getResponseHeaders()::set);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
