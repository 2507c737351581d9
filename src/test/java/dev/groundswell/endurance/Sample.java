package dev.groundswell.endurance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the service holds at one moment. */
record Sample(long second, Map<Held, Long> held) {

    private static final Pattern USED = Pattern.compile("(?:generation|heap) .*used (\\d+)K");

    private static final String INBOX = """
            select (select count(*) from delivery where state = 'received') + (select count(*) from dirty_day)
                 + (select count(*) from outgoing where state = 'waiting' and attempts > 0)""";

    /** Collects the garbage of the process first. */
    static Sample take(long second, long pid, Stored stored) throws IOException, InterruptedException, SQLException {
        jcmd(pid, "GC.run");
        var held = new EnumMap<Held, Long>(Held.class);
        held.put(
                Held.heap,
                USED.matcher(jcmd(pid, "GC.heap_info"))
                                .results()
                                .mapToLong(used -> Long.parseLong(used.group(1)))
                                .sum()
                        / 1024);
        held.put(Held.resident, status(pid, "VmRSS") / 1024);
        held.put(Held.threads, status(pid, "Threads"));
        try (var files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            held.put(Held.files, files.count());
        }
        held.put(
                Held.connections,
                stored.number(
                        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));
        held.put(Held.inbox, stored.number(INBOX));
        return new Sample(second, held);
    }

    String row() {
        return held.values().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" | ", "| " + second + " | ", " |"));
    }

    private static String jcmd(long pid, String command) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static long status(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
