package dev.groundswell.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.IntFunction;

/**
 * Requests over some connections that stay open, each sent when the answer before it is there. One thread does all of it:
 * on a small machine every other way of asking takes away from who answers.
 */
final class Load {

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final int port;
    private final int connections;
    private final IntFunction<byte[]> requests;
    private int next;

    /** @param requests the whole text of request n */
    Load(int port, int connections, IntFunction<byte[]> requests) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
    }

    private static final class Line {
        final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
        long sentAt;
    }

    /**
     * Asks for so many seconds.
     *
     * @throws IllegalStateException where an answer is neither 2xx nor 304: what fails is not fast
     */
    Figures run(int seconds) throws IOException {
        var latencies = new Latencies();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                send(channel, channel.register(selector, SelectionKey.OP_READ, new Line()));
            }
            while (System.nanoTime() < end) {
                selector.select(
                        key -> {
                            try {
                                read((SocketChannel) key.channel(), key, latencies);
                            } catch (IOException broken) {
                                throw new IllegalStateException(broken);
                            }
                        },
                        100);
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
        }
        return latencies.figures((System.nanoTime() - begin) / 1e9);
    }

    private void send(SocketChannel channel, SelectionKey key) throws IOException {
        var line = (Line) key.attachment();
        line.in.clear();
        line.sentAt = System.nanoTime();
        var request = ByteBuffer.wrap(requests.apply(next++));
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    private void read(SocketChannel channel, SelectionKey key, Latencies latencies) throws IOException {
        var line = (Line) key.attachment();
        if (channel.read(line.in) < 0) {
            throw new IOException("the service has hung up");
        }
        if (HttpAnswer.isWhole(line.in)) {
            int status = HttpAnswer.status(line.in);
            if (status / 100 != 2 && status != 304) {
                throw new IllegalStateException(HttpAnswer.text(line.in));
            }
            latencies.add(System.nanoTime() - line.sentAt);
            send(channel, key);
        }
    }
}
