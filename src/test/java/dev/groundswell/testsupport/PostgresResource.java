package dev.groundswell.testsupport;

import dev.groundswell.embedded.EmbeddedServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One real PostgreSQL for all tests of this JVM, however often Quarkus is started in it. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** A text, because each start of Quarkus may load this class anew. */
    static final String FOLDER = "groundswell.test.data-dir";

    @Override
    public Map<String, String> start() {
        try {
            var cluster = CitusCluster.settings();
            var settings = new HashMap<>(cluster.isPresent() ? cluster.get() : server().settings());
            settings.put("groundswell.secret", "a secret of 32 characters or more");
            settings.put("groundswell.key-env", "test");
            settings.put("groundswell.demo", "false");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The next start of Quarkus wants it.
    }

    private static EmbeddedServer server() throws IOException {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            return EmbeddedServer.running(Path.of(folder)).orElseThrow();
        }
        Path fresh = Files.createTempDirectory("groundswell-test");
        EmbeddedServer server = EmbeddedServer.start(fresh);
        waitForNoDisk(server.settings());
        System.setProperty(FOLDER, fresh.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            delete(fresh);
        }));
        return server;
    }

    /** What the tests have written need not survive the machine. */
    private static void waitForNoDisk(Map<String, String> settings) {
        for (var role : List.of("quarkus.flyway", "quarkus.datasource", "quarkus.datasource.worker")) {
            try (var own = DriverManager.getConnection(
                            settings.get("quarkus.datasource.jdbc.url"),
                            settings.get(role + ".username"),
                            settings.get(role + ".password"));
                    var statement = own.createStatement()) {
                statement.execute("alter role current_user set synchronous_commit = off");
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    private static void delete(Path tree) {
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
