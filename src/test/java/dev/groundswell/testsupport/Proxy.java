package dev.groundswell.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the service and its database on loopback: it can cut the line, break it now and then, slow it down, or fall silent. */
public final class Proxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;

    public Proxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on every line is dead, and every new one dies at once. */
    public void cut() {
        cut = true;
        breakLines();
    }

    /** Each line that is open dies in the middle of what it carries; new ones live. */
    public void breakLines() {
        lines.forEach(Proxy::reset);
        lines.clear();
    }

    /** Lines stay open, new ones are taken, and nothing comes through: as when the other machine has lost its power. */
    public void fallSilent() {
        silent = true;
    }

    /** Each piece that is sent takes so much longer. */
    public void delay(Duration each) {
        delay = each;
    }

    /** What was swallowed while it was silent does not come back. */
    public void mend() {
        cut = false;
        delay = Duration.ZERO;
        if (silent) {
            silent = false;
            breakLines();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (cut) {
                    reset(client);
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                lines.add(client);
                lines.add(server);
                start(() -> pipe(client, server));
                start(() -> pipe(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pipe(Socket from, Socket to) {
        var piece = new byte[1 << 14];
        try {
            for (int length = from.getInputStream().read(piece);
                    length >= 0;
                    length = from.getInputStream().read(piece)) {
                if (silent) {
                    continue;
                }
                if (!delay.isZero()) {
                    Thread.sleep(delay.toMillis());
                }
                to.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException | InterruptedException dead) {
            reset(from);
        } finally {
            close(to);
            lines.remove(to);
        }
    }

    /** At once, and without saying goodbye. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyDead) {
            // nothing lingers
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyDead) {
            // nothing is left to close
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
