package dev.groundswell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The server process of a folder as the system sees it, whoever started it. */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Optional<Postmaster> of(DataFolder folder) throws IOException {
        List<String> lines = pidFile(folder);
        return process(lines)
                .filter(process -> belongsTo(folder, process))
                .map(process -> new Postmaster(
                        process,
                        lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                        lines.size() > 7 && lines.get(7).strip().equals("ready")));
    }

    /** Ends the server of the folder, and waits until nothing of it is left that could write into the folder. */
    static void stop(DataFolder folder) throws IOException {
        Optional<Postmaster> server = of(folder);
        if (server.isPresent()) {
            ProcessHandle process = server.get().process;
            // The "fast" shutdown: sessions are cut off, their transactions rolled back, and everything is written.
            signal("INT", process);
            if (!ends(folder, process, PATIENCE)) {
                LOG.warnf(
                        "PostgreSQL did not stop within %s: it will recover from its log at the next start", PATIENCE);
                signal("QUIT", process);
                if (!ends(folder, process, Duration.ofSeconds(10))) {
                    process.destroyForcibly();
                }
            }
        }
        // Sessions outlive a killed server for a moment.
        for (ProcessHandle stray : all(folder)) {
            if (!ends(folder, stray, Duration.ofSeconds(10))) {
                stray.destroyForcibly();
                ends(folder, stray, Duration.ofSeconds(10));
            }
        }
        forgetStrangers(folder);
    }

    /**
     * PostgreSQL does not start while the process named in its pid file lives. After a restart of a container or of
     * the machine that number may belong to anybody.
     */
    private static void forgetStrangers(DataFolder folder) throws IOException {
        Optional<ProcessHandle> holder = process(pidFile(folder)).filter(ProcessHandle::isAlive);
        if (holder.isEmpty()) {
            return;
        }
        boolean postgres = holder.get()
                .info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(false);
        if (postgres) {
            throw new Refusal("A PostgreSQL that is not Groundswell's serves " + folder.database() + ": stop process "
                    + holder.get().pid());
        }
        Files.deleteIfExists(folder.database().resolve("postmaster.pid"));
    }

    private static List<ProcessHandle> all(DataFolder folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> belongsTo(folder, process))
                .toList();
    }

    /**
     * The binaries lie in the folder, so that a process that runs them cannot be another folder's. One that has ended
     * but is still listed, because nobody has asked for its exit code, runs nothing.
     */
    private static boolean belongsTo(DataFolder folder, ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> Path.of(command).startsWith(folder.binaries()))
                        .orElse(false);
    }

    private static Optional<ProcessHandle> process(List<String> pidFile) {
        return pidFile.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pidFile.get(0).strip()));
    }

    private static List<String> pidFile(DataFolder folder) throws IOException {
        Path file = folder.database().resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        // Java itself can send TERM and KILL only; and the shell knows kill where no such program is installed.
        var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid());
        try {
            kill.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(DataFolder folder, ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (belongsTo(folder, process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
