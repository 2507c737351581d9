package dev.groundswell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A script, run by pgbench as the app role. */
record Pgbench(Debian database, Path script, int clients) {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    Figures run(int seconds) throws IOException {
        var log = Files.createTempDirectory("groundswell-bench-log");
        var said = database.pgbench(script, clients, seconds, log.resolve("log"));
        var rate = RATE.matcher(said);
        if (!rate.find() || said.contains("aborted")) {
            throw new IOException(said);
        }
        var latencies = new Latencies();
        try (var files = Files.list(log)) {
            for (var file : files.toList()) {
                // client, transaction, microseconds, ..
                Files.lines(file).forEach(line -> latencies.add(Long.parseLong(line.split(" ", 4)[2]) * 1_000));
                Files.delete(file);
            }
        }
        Files.delete(log);
        var all = latencies.figures(seconds);
        return new Figures(Double.parseDouble(rate.group(1)), all.median(), all.p99());
    }
}
