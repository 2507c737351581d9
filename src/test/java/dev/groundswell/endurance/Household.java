package dev.groundswell.endurance;

import dev.groundswell.embedded.EmbeddedServer;
import dev.groundswell.embedded.PackagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service with its own PostgreSQL on a folder, and the clock that both of them live by. */
final class Household implements AutoCloseable {

    /** Lines of a log that say that a promise was broken. */
    private static final List<String> NEVER_SAID =
            List.of("A request failed in a way that nobody foresaw", "The counts of a day of workspace");

    private final Path folder;
    private final Path data;
    private final int port;
    private final List<String> options;
    private final List<PackagedProcess> started = new ArrayList<>();
    private Instant time = Instant.parse("2026-01-20T09:00:00Z");
    private Instant since = Instant.now();

    private Household(Path folder, int port, List<String> options) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.port = port;
        this.options = options;
    }

    /** @param options further ones of the JVM */
    static Household in(Path folder, List<String> options) throws IOException {
        var household = new Household(folder.toRealPath(), PackagedProcess.freePort(), options);
        // where somebody stops it
        Runtime.getRuntime().addShutdownHook(new Thread(household::close));
        return household;
    }

    int port() {
        return port;
    }

    long pid() {
        return last().process().pid();
    }

    /** By the service's clock. */
    LocalDate today() {
        return LocalDate.ofInstant(time.plus(Duration.between(since, Instant.now())), ZoneOffset.UTC);
    }

    void launch() throws Exception {
        since = Instant.now();
        started.add(PackagedProcess.launchOn(
                port, folder, arguments("-Dgroundswell.clock=" + time).toArray(String[]::new)));
    }

    /** In the middle of the first month of the next quarter by its clock: what was said in the last one is to be sealed. */
    void launchAgain() throws Exception {
        var quarter = today().withDayOfMonth(15).plusMonths(3 - (today().getMonthValue() - 1) % 3);
        time = quarter.atTime(9, 0).toInstant(ZoneOffset.UTC);
        launch();
    }

    void awaitReady() throws Exception {
        last().awaitReady();
    }

    /** A command beside the running service. */
    PackagedProcess command(String... words) throws IOException {
        return PackagedProcess.launch(folder, arguments(words).toArray(String[]::new));
    }

    void killService() throws InterruptedException {
        last().process().destroyForcibly().waitFor();
    }

    void stopService() throws Exception {
        last().process().destroy();
        last().awaitEnd();
    }

    void killServer() throws IOException {
        PackagedProcess.killServer(data);
    }

    /** As the service's own role, which owns nothing; once the database takes somebody in. */
    Connection connect() throws IOException, InterruptedException {
        var settings = EmbeddedServer.running(data).orElseThrow().settings();
        while (true) {
            try {
                return DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
            } catch (SQLException recovering) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** From the next session on the database answers before it has written: what is killed then has lost something. */
    void beCareless() throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("alter role current_user set synchronous_commit = off");
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()");
        }
    }

    /** What the logs of all starts hold that they must not. */
    List<String> neverSaid() throws IOException {
        var found = new ArrayList<String>();
        for (var each : started) {
            try (var lines = Files.lines(each.output())) {
                lines.filter(line -> NEVER_SAID.stream().anyMatch(line::contains))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private PackagedProcess last() {
        return started.get(started.size() - 1);
    }

    private List<String> arguments(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(
                "-Dgroundswell.data-dir=" + data,
                "-Dgroundswell.demo=false",
                "-Dgroundswell.rollup.from=200",
                "-Dgroundswell.limits.requests=1000000",
                "-Dgroundswell.outgoing.allow-private=true"));
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public void close() {
        if (!started.isEmpty()) {
            last().close();
        }
    }
}
