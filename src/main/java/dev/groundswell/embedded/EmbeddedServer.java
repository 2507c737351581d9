package dev.groundswell.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL with its data in one folder. It belongs to the process that started it, is started again if it dies, and
 * keeps its port as long as that process lives.
 */
public final class EmbeddedServer {

    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);

    /** A text, because live reload and tests load this class more than once in one process. */
    private static final String FOLDERS = "groundswell.embedded.folders";

    private final DataFolder folder;
    private final Secrets secrets;
    private final int port;
    private @Nullable Postgres postgres;
    private @Nullable FolderLock lock;
    private volatile boolean stopped;

    private EmbeddedServer(DataFolder folder, Secrets secrets, int port) {
        this.folder = folder;
        this.secrets = secrets;
        this.port = port;
    }

    /** Starts the server of the folder, which is made if there is none. */
    public static EmbeddedServer start(Path path) throws IOException {
        DataFolder folder = DataFolder.open(path);
        FolderLock lock = FolderLock.tryTake(folder)
                .orElseThrow(() -> new Refusal("Another Groundswell runs on " + folder.root()
                        + ". Stop it first, or set groundswell.data-dir to another folder."));
        try {
            Postmaster.stop(folder);
            folder.deleteHalfMade();
            var postgres = new Postgres(folder, Binaries.unpack(folder));
            int port = freePort();
            Secrets secrets;
            if (folder.hasDatabase()) {
                refuseOtherMajor(folder, postgres.major());
                secrets = Secrets.read(folder);
                postgres.start(port);
            } else {
                secrets = make(folder, postgres, port);
            }
            var server = new EmbeddedServer(folder, secrets, port);
            server.lock = lock;
            server.postgres = postgres;
            server.watch();
            remember(folder);
            return server;
        } catch (IOException | RuntimeException e) {
            Postmaster.stop(folder);
            lock.close();
            throw e;
        }
    }

    /** The server that another process has running on the folder; none where nobody does. */
    public static Optional<EmbeddedServer> running(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        DataFolder folder = DataFolder.open(path);
        Optional<FolderLock> lock = FolderLock.tryTake(folder);
        if (lock.isPresent()) {
            lock.get().close();
            return Optional.empty();
        }
        for (int i = 0; i < 300; i++) {
            Optional<Postmaster> server = Postmaster.of(folder);
            if (server.isPresent() && server.get().ready() && !folder.isBeingMade()) {
                return Optional.of(new EmbeddedServer(
                        folder, Secrets.read(folder), server.get().port()));
            }
            pause();
        }
        throw new Refusal("Another Groundswell holds " + folder.root() + ", but its database does not answer.");
    }

    /** The folders in which this process has started a server, one a line. */
    public static String startedHere() {
        return System.getProperty(FOLDERS, "");
    }

    public Path folder() {
        return folder.root();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Roles.DATABASE;
    }

    /** What the service must be told in order to use this server. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", Roles.APP,
                "quarkus.datasource.password", secrets.app(),
                "quarkus.datasource.worker.username", Roles.WORKER,
                "quarkus.datasource.worker.password", secrets.worker(),
                "quarkus.flyway.username", Roles.OWNER,
                "quarkus.flyway.password", secrets.owner(),
                "groundswell.secret", secrets.secret(),
                "groundswell.embedded.active", "true",
                "groundswell.data-dir", folder.root().toString());
    }

    /** Returns when no process of the server is left. A server that another process started is let be. */
    public synchronized void stop() {
        stopped = true;
        if (lock == null) {
            return;
        }
        try {
            Postmaster.stop(folder);
            lock.close();
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be stopped", e);
        }
    }

    private static Secrets make(DataFolder folder, Postgres postgres, int port) throws IOException {
        folder.beginMaking();
        var secrets = Secrets.random();
        secrets.write(folder);
        postgres.create(secrets.superuser());
        postgres.start(port);
        Roles.create(port, secrets);
        folder.endMaking();
        return secrets;
    }

    private static void refuseOtherMajor(DataFolder folder, String bundled) throws IOException {
        Path file = folder.database().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new Refusal(folder.database() + " is not a PostgreSQL data directory.");
        }
        String major = Files.readString(file).strip();
        if (!major.equals(bundled)) {
            throw new Refusal(folder.root() + " was written by PostgreSQL " + major + ", and this Groundswell brings "
                    + bundled + ". Start the Groundswell that wrote it, and move its data to a server of your own: "
                    + "docs/runbook.md says how.");
        }
    }

    private void watch() {
        var watchdog = new Thread(
                () -> {
                    while (!stopped) {
                        pause();
                        startAgainIfDead();
                    }
                },
                "embedded-postgres-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    private synchronized void startAgainIfDead() {
        try {
            if (stopped || postgres == null || Postmaster.of(folder).isPresent()) {
                return;
            }
            LOG.warn("PostgreSQL has died: starting it again");
            Postmaster.stop(folder);
            postgres.start(port);
            LOG.warn("PostgreSQL runs again");
        } catch (IOException | RuntimeException e) {
            // Tried again at the next round; meanwhile requests are answered with 503.
            LOG.error("PostgreSQL could not be started again", e);
        }
    }

    private static synchronized void remember(DataFolder folder) {
        System.setProperty(FOLDERS, startedHere() + folder.root() + "\n");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
