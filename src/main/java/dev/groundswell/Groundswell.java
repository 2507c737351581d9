package dev.groundswell;

import dev.groundswell.embedded.EmbeddedServer;
import dev.groundswell.embedded.Refusal;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to a database before Quarkus starts. A main method, because nothing else runs in the really running application
 * and in it alone: the build and the tests load every bean and configuration source, too.
 */
@QuarkusMain
public class Groundswell {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DATA_DIR = "groundswell.data-dir";
    private static final String EMBEDDED = "groundswell.embedded";
    private static final String EMBEDDED_ACTIVE = "groundswell.embedded.active";

    /** The ordinal of application.properties inside the jar: a default of ours, not the operator's wish. */
    private static final int PACKAGED = 250;

    public static void main(String[] args) {
        if (Boolean.getBoolean("groundswell.stop-with-parent")) {
            stopWithParent();
        }
        try {
            // Read apart from the configuration of the application, which is fixed once it has been read.
            prepare(ConfigUtils.configBuilder().build(), args.length > 0);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("The embedded PostgreSQL could not be started: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(App.class, args);
    }

    /** A build tool that is stopped leaves the process behind that it has started. */
    private static void stopWithParent() {
        long parent = parent();
        var watching = new Thread(
                () -> {
                    while (parent() == parent) {
                        try {
                            TimeUnit.MILLISECONDS.sleep(300);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                    System.exit(0);
                },
                "stop-with-parent");
        watching.setDaemon(true);
        watching.start();
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }

    private static void prepare(SmallRyeConfig config, boolean command) throws IOException {
        if (command) {
            // A command stands beside a running service: it leaves the port, the jobs and the answer's channel alone.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.scheduler.enabled", "false");
            setWhereAbsent(config, "quarkus.log.console.stderr", "true");
            setWhereAbsent(config, "quarkus.log.console.level", "WARN");
        }
        if (Boolean.getBoolean(EMBEDDED_ACTIVE)) {
            // A live reload: the server of the first round is still there.
            return;
        }
        if (isSet(config, URL)) {
            OwnDatabase.check(config);
            // Where an operator has a database, a machine reads the log.
            setWhereAbsent(config, "quarkus.log.console.json.enabled", Boolean.toString(!command));
            return;
        }
        if (!config.getOptionalValue(EMBEDDED, boolean.class).orElse(true)) {
            throw new Refusal("There is no database: set " + URL + " (" + EMBEDDED + " is false).");
        }
        Path folder = Path.of(config.getOptionalValue(DATA_DIR, String.class).orElse("groundswell-data"));
        Optional<EmbeddedServer> running = command ? EmbeddedServer.running(folder) : Optional.empty();
        EmbeddedServer server = running.isPresent() ? running.get() : start(folder);
        server.settings().forEach((name, value) -> setWhereAbsent(config, name, value));
        // The folder may have been given relative to the working directory.
        System.setProperty(DATA_DIR, server.folder().toString());
        setWhereAbsent(config, "quarkus.swagger-ui.enabled", "true");
        setWhereAbsent(config, "quarkus.http.host", "127.0.0.1");
    }

    private static EmbeddedServer start(Path folder) throws IOException {
        // The hook comes first: whoever stops the process while the server is starting must not leave one behind.
        var started = new CompletableFuture<@Nullable EmbeddedServer>();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            awaitEndOfApplication();
                            EmbeddedServer server = started.join();
                            if (server != null) {
                                server.stop();
                            }
                        },
                        "embedded-postgres-stop"));
        EmbeddedServer server = null;
        try {
            server = EmbeddedServer.start(folder);
            return server;
        } finally {
            started.complete(server);
        }
    }

    /** Hooks run side by side, and requests in flight still need the database. */
    private static void awaitEndOfApplication() {
        Application application = Application.currentApplication();
        if (application == null) {
            return;
        }
        var waiting = new Thread(application::awaitShutdown, "await-end-of-application");
        waiting.setDaemon(true);
        waiting.start();
        try {
            waiting.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isSet(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    private static void setWhereAbsent(SmallRyeConfig config, String name, String value) {
        ConfigValue configured = config.getConfigValue(name);
        if (configured.getValue() == null || configured.getConfigSourceOrdinal() <= PACKAGED) {
            System.setProperty(name, value);
        }
    }
}
