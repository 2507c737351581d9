package dev.groundswell.bench;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The system's PostgreSQL in a folder of its own, set up as the deployment guide says. The embedded one has no pgbench. */
public final class Debian implements AutoCloseable {

    static final String OWNER = "groundswell_owner";
    static final String PASSWORD = "benchmark";

    private final Path programs;
    private final Path folder;
    private final int port;

    private Debian(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    public static Debian start(Path folder, int port) throws IOException {
        var server = new Debian(programs(), folder, port);
        boolean fresh = !Files.exists(folder.resolve("PG_VERSION"));
        if (fresh) {
            server.run(
                    "initdb",
                    "--pgdata=" + folder,
                    "--username=postgres",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C");
        }
        server.run(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=600",
                "--pgdata=" + folder,
                "--log=" + server.log(),
                "--options=-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c shared_buffers=2GB"
                        + " -c max_wal_size=8GB -c work_mem=32MB -c maintenance_work_mem=512MB -c jit=off -c log_line_prefix=%u:%v~");
        if (fresh) {
            server.psqlFile(Path.of("deploy/postgres/roles.sql"));
        }
        return server;
    }

    /** Whether it is there at all. */
    public static boolean isInstalled() {
        return Files.isDirectory(Path.of("/usr/lib/postgresql"));
    }

    private static Path programs() throws IOException {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    int port() {
        return port;
    }

    String url() {
        return url("groundswell");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A database beside the service's, empty, which the owner role owns. */
    void create(String database) throws IOException {
        psql("drop database if exists " + database + " with (force)");
        psql("create database " + database + " owner " + OWNER);
    }

    /**
     * What every service on this database is told. They share the work of counting, so all of them must agree on how many deals are worth
     * it: one that finds a workspace too small takes it from the one that does not.
     */
    public List<String> settings() {
        return List.of(
                "-Dquarkus.datasource.jdbc.url=" + url(),
                "-Dquarkus.datasource.username=groundswell_app",
                "-Dquarkus.datasource.password=" + PASSWORD,
                "-Dquarkus.datasource.worker.username=groundswell_worker",
                "-Dquarkus.datasource.worker.password=" + PASSWORD,
                "-Dquarkus.flyway.username=" + OWNER,
                "-Dquarkus.flyway.password=" + PASSWORD,
                "-Dgroundswell.secret=a secret for the benchmark alone",
                "-Dgroundswell.rollup.from=1000",
                "-Dquarkus.http.host=127.0.0.1");
    }

    /** As a superuser: row-level security does not hold it up. */
    public String psql(String sql) throws IOException {
        return run(
                        "psql",
                        "-X",
                        "-q",
                        "-A",
                        "-t",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-U",
                        "postgres",
                        "-d",
                        "groundswell",
                        "-c",
                        sql)
                .strip();
    }

    /** As the run book says. */
    public void dump(Path file) throws IOException {
        run("pg_dump", "--format=custom", "--file=" + file, "--username=postgres", "groundswell");
    }

    /** As the run book says. */
    public void restore(Path file) throws IOException {
        run(
                "pg_restore",
                "--exit-on-error",
                "--single-transaction",
                "--username=postgres",
                "--dbname=groundswell",
                file.toString());
    }

    private void psqlFile(Path file) throws IOException {
        run(
                "psql",
                "-X",
                "-q",
                "-U",
                "postgres",
                "-d",
                "postgres",
                "-f",
                file.toAbsolutePath().toString());
    }

    /** As the app role, prepared. Answers what pgbench said. */
    String pgbench(Path script, int clients, int seconds, Path latencies) throws IOException {
        return run(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(clients),
                "-j",
                "1",
                "-T",
                String.valueOf(seconds),
                "-f",
                script.toString(),
                "-l",
                "--log-prefix=" + latencies,
                "-U",
                "groundswell_app",
                "groundswell");
    }

    private String run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        boolean server = program.equals("initdb") || program.equals("pg_ctl");
        if (server && LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Path.of("").toAbsolutePath().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(environment());
        var process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + said);
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        return said;
    }

    private Map<String, String> environment() {
        return Map.of(
                "LC_ALL",
                "C",
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                String.format(Locale.ROOT, "%d", port),
                "PGPASSWORD",
                PASSWORD,
                "GROUNDSWELL_OWNER_PASSWORD",
                PASSWORD,
                "GROUNDSWELL_APP_PASSWORD",
                PASSWORD,
                "GROUNDSWELL_WORKER_PASSWORD",
                PASSWORD);
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "stop", "--mode=fast", "--wait", "--pgdata=" + folder);
        } catch (IOException stopped) {
            System.err.println(stopped.getMessage());
        }
    }
}
