package dev.groundswell.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the bundled programs. The library that brings them has a launcher too, but that one is made for tests: it turns
 * fsync off, trusts every local user while it starts, and gives up stopping after five seconds.
 */
record Postgres(DataFolder folder, Path home) {

    /** Data first; on loopback alone; no sockets, whose folder anybody could write to. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC");

    private static final long LARGEST_LOG = 10_000_000;

    String major() throws IOException {
        // "postgres (PostgreSQL) 18.6"
        String version = run(List.of(program("postgres"), "--version")).strip();
        return version.substring(version.lastIndexOf(' ') + 1).split("\\.", 2)[0];
    }

    /** The password is there from the first moment on: at no time may a local user come in without one. */
    void create(String superuserPassword) throws IOException {
        Path password = folder.createPrivateFile(folder.root().resolve("password.tmp"));
        try {
            Files.writeString(password, superuserPassword);
            run(List.of(
                    program("initdb"),
                    "--pgdata=" + folder.database(),
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // The same order and the same data on every machine, whatever locales it has.
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
        } finally {
            Files.deleteIfExists(password);
        }
    }

    void start(int port) throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGEST_LOG) {
            Files.delete(folder.log());
        }
        var options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        run(List.of(
                program("pg_ctl"),
                "start",
                "--wait",
                // Recovery after a crash may take its time.
                "--timeout=600",
                "--pgdata=" + folder.database(),
                "--log=" + folder.log(),
                "--options=" + options));
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private String run(List<String> program) throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is somebody else.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(program);
        var builder = new ProcessBuilder(command).directory(folder.root().toFile());
        // Settings of another PostgreSQL of the user's are none of this one's business.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            // Ends with the program: what runs on has its output in the log.
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(
                        Path.of(program.get(0)).getFileName() + " failed (see " + folder.log() + "): " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }
}
