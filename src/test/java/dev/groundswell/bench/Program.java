package dev.groundswell.bench;

import dev.groundswell.embedded.PackagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Another program, which ends with the benchmark at the latest, together with what it has started. */
record Program(PackagedProcess process) implements AutoCloseable {

    /** @param port that it listens on, or zero */
    static Program start(Path folder, int port, Map<String, String> environment, String... command) throws IOException {
        var output = Files.createTempFile("groundswell-bench", ".log");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        var started = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var program = new Program(new PackagedProcess(started, port, output));
        Runtime.getRuntime().addShutdownHook(new Thread(program::close));
        return program;
    }

    /** Runs it to its end, which has to be a good one. */
    static void run(Path folder, Map<String, String> environment, String... command) throws Exception {
        try (var program = start(folder, 0, environment, command)) {
            if (program.process.process().waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + program.process.said());
            }
        }
    }

    static boolean isInstalled(String name) throws Exception {
        try {
            run(Path.of("").toAbsolutePath(), Map.of(), name, "--version");
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    int port() {
        return process.port();
    }

    @Override
    public void close() {
        process.process().descendants().forEach(ProcessHandle::destroy);
        process.close();
    }
}
