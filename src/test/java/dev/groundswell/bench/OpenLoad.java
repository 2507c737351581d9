package dev.groundswell.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Requests at a rate, whether or not those before them are answered: as from callers who know nothing of each other. How long one
 * took is counted from when it was due, so that waiting for a free connection is part of it.
 */
final class OpenLoad {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private static final int UNTIL_ALL_ARE_TAKEN = 3;

    private final int port;
    private final int connections;
    private final IntFunction<byte[]> requests;
    private int next;

    /** @param connections at most so many are under way at once */
    OpenLoad(int port, int connections, IntFunction<byte[]> requests) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
    }

    /**
     * What became of them.
     *
     * @param offered a second
     * @param good of those that were answered with 2xx
     * @param refused a second, with 503
     */
    record Met(double offered, Figures good, double refused) {}

    private static final class Line {
        final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
        long dueAt;
    }

    /** @throws IllegalStateException where an answer is neither 2xx nor 503 */
    Met run(double rate, int seconds) throws IOException, InterruptedException {
        var good = new Latencies();
        var idle = new ArrayDeque<SelectionKey>();
        long refused = 0;
        long due = 0;
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                idle.add(connect(selector));
            }
            // a service takes a few connections at a time, and knows nothing of what waits in the others
            TimeUnit.SECONDS.sleep(UNTIL_ALL_ARE_TAKEN);
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                for (; due < (now - begin) / 1e9 * rate && !idle.isEmpty(); due++) {
                    send(idle.poll(), begin + (long) (due / rate * 1e9));
                }
                // who spins takes a core away from who answers
                selector.select(1);
                for (var key : selector.selectedKeys()) {
                    var line = (Line) key.attachment();
                    int status = read(key, line);
                    if (status == 503) {
                        refused++;
                    } else if (status != 0) {
                        good.add(System.nanoTime() - line.dueAt);
                    }
                    if (status != 0) {
                        idle.add(key);
                    }
                }
                selector.selectedKeys().clear();
            }
            double took = (System.nanoTime() - begin) / 1e9;
            for (var key : selector.keys()) {
                key.channel().close();
            }
            return new Met(due / took, good.figures(took), refused / took);
        }
    }

    private SelectionKey connect(Selector selector) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, new Line());
    }

    private void send(SelectionKey key, long dueAt) throws IOException {
        var line = (Line) key.attachment();
        line.in.clear();
        line.dueAt = dueAt;
        var request = ByteBuffer.wrap(requests.apply(next++));
        while (request.hasRemaining()) {
            ((SocketChannel) key.channel()).write(request);
        }
    }

    /** The status, or 0 where the answer is not whole yet. */
    private static int read(SelectionKey key, Line line) throws IOException {
        if (((SocketChannel) key.channel()).read(line.in) < 0) {
            throw new IOException("the service has hung up");
        }
        if (!HttpAnswer.isWhole(line.in)) {
            return 0;
        }
        int status = HttpAnswer.status(line.in);
        if (status / 100 != 2 && status != 503) {
            throw new IllegalStateException(HttpAnswer.text(line.in));
        }
        return status;
    }
}
