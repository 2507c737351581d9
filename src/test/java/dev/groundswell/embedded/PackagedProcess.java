package dev.groundswell.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged application as users start it, on a port of its own. */
public record PackagedProcess(Process process, int port, Path output) implements AutoCloseable {

    private static final String READY = "/q/health/ready";

    /** An option that the tests give to the JVM of whatever they start; the benchmark gives none. */
    private static final String TESTS_OPTION = "groundswell.test.jvm";

    /** Arguments that begin with -D or -X go to the JVM, the others to the application. */
    public static PackagedProcess launch(Path directory, String... arguments) throws IOException {
        return launchOn(freePort(), directory, arguments);
    }

    /** On a folder of its own, and without the demo. */
    static PackagedProcess launchOn(Path folder, Path directory, String... arguments) throws IOException {
        var all = Stream.concat(
                Stream.of(arguments), Stream.of("-Dgroundswell.data-dir=" + folder, "-Dgroundswell.demo=false"));
        return launch(directory, all.toArray(String[]::new));
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public static PackagedProcess launchOn(int port, Path directory, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Optional.ofNullable(System.getProperty(TESTS_OPTION))
                .ifPresent(options -> command.addAll(List.of(options.split(" "))));
        command.add("-Dquarkus.http.port=" + port);
        for (String argument : arguments) {
            if (isForTheJvm(argument)) {
                command.add(argument);
            }
        }
        command.add("-jar");
        command.add(
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
        for (String argument : arguments) {
            if (!isForTheJvm(argument)) {
                command.add(argument);
            }
        }
        Path output = Files.createTempFile(directory, "output", ".log");
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("GROUNDSWELL_"));
        return new PackagedProcess(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                port,
                output);
    }

    private static boolean isForTheJvm(String argument) {
        return argument.startsWith("-D") || argument.startsWith("-X");
    }

    public PackagedProcess awaitReady() throws Exception {
        return awaitStatus(200, READY);
    }

    /** Until it answers so. */
    public PackagedProcess awaitStatus(int status, String path) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
        while (status(path) != status) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                // nobody else would: a resource that is still being opened is closed by none
                close();
                throw new AssertionError(said());
            }
            Thread.sleep(100);
        }
        return this;
    }

    /** The status of the readiness probe; 0 where nobody answers. */
    public int ready() throws InterruptedException {
        return status(READY);
    }

    private int status(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    public int awaitEnd() throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    public String said() throws IOException {
        return Files.readString(output);
    }

    /** kill -9 of the database server in this folder, where one runs. */
    public static void killServer(Path folder) throws IOException {
        Postmaster.of(DataFolder.open(folder))
                .ifPresent(server -> server.process().destroyForcibly());
    }

    /** Processes that run the server unpacked in the folder. */
    static List<Long> serversOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(folder.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
