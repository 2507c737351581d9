package dev.groundswell.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.embedded.PackagedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One start of the packaged service on its embedded database.
 *
 * @param seconds from the start of the process to the first trend, counted from deals, that a leader gets
 * @param megabytes resident memory of the service a second later, without PostgreSQL's
 */
record Start(double seconds, double megabytes) {

    private static final String TREND = "/v1/trends/reasons?interval=month&since=2025-12-01&until=2026-11-30";
    private static final long PATIENCE = 120_000_000_000L;

    /** Makes the folder with the demo, on which the others start. */
    static void first(Jdk jdk, Path folder) throws Exception {
        run(jdk, folder, List.of());
    }

    static Start again(Jdk jdk, Path folder, List<String> options) throws Exception {
        var all = new ArrayList<>(options);
        all.add("-Dgroundswell.demo=false");
        return run(jdk, folder, all);
    }

    private static Start run(Jdk jdk, Path folder, List<String> options) throws Exception {
        var port = PackagedProcess.freePort();
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        command.addAll(options);
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dgroundswell.data-dir=" + folder.resolve("data"));
        command.add("-jar");
        command.add(StartGoals.PACKAGE.resolve("quarkus-run.jar").toString());
        var output = Files.createTempFile(folder, "start", ".log");
        var began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            // The readiness of the first start waits for the demo and so for the keys.
            await(process, output, port, "/q/health/ready", "");
            var keys = new ObjectMapper()
                    .readTree(folder.resolve("data").resolve("demo-keys.json").toFile());
            await(process, output, port, TREND, keys.path("leader").asText());
            var seconds = (System.nanoTime() - began) / 1e9;
            Thread.sleep(1000);
            return new Start(seconds, resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void await(Process process, Path output, int port, String path, String key) throws Exception {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + key)
                .build();
        var deadline = System.nanoTime() + PATIENCE;
        while (status(http, request) != 200) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(Files.readString(output));
            }
            Thread.sleep(10);
        }
    }

    private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static double resident(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no resident memory of " + pid);
    }
}
