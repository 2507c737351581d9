package dev.groundswell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of one request, as PostgreSQL logged them, made into a script for pgbench: what the service sends in one trip
 * is one pipeline there.
 */
final class Recorded {

    private static final Pattern EXECUTE = Pattern.compile("^([^~]*)~LOG:  execute [^:]+: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("^[^~]*~DETAIL:  parameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('[^']*+(?:''[^']*+)*+'|NULL)");

    private Recorded() {}

    /** A statement, with its parameters in place, in a transaction. */
    private record Statement(String transaction, String sql) {}

    /** Whoever works in the background when the leases are taken goes on for half of theirs; in milliseconds. */
    private static final long UNTIL_TURNS_END = 11_000;

    interface Request {
        void send() throws Exception;
    }

    /**
     * Sends one request and writes down what it did. Nobody works in the background meanwhile.
     *
     * @param changing a text of the request that has to be another one each time; pgbench puts a random number there
     */
    static Path script(Debian database, Request request, String changing) throws Exception {
        var leases = new Leases(database);
        leases.hold();
        database.psql("alter system set log_statement = 'all'");
        database.psql("select pg_reload_conf()");
        Thread.sleep(UNTIL_TURNS_END);
        long from = Files.size(database.log());
        request.send();
        Thread.sleep(300);
        database.psql("alter system reset log_statement");
        database.psql("select pg_reload_conf()");
        leases.release();
        var log = Files.readString(database.log()).substring((int) from);
        var script = Files.createTempFile("groundswell-bench", ".sql");
        Files.writeString(script, script(statements(log), changing));
        return script;
    }

    private static String script(List<Statement> statements, String changing) {
        var trips = new LinkedHashMap<String, List<String>>();
        statements.forEach(statement -> trips.computeIfAbsent(statement.transaction(), each -> new ArrayList<>())
                .add(statement.sql()));
        var script = new StringBuilder("\\set n random(1, 1000000000000)\n");
        trips.values().forEach(trip -> {
            if (isInTheBackground(trip) || trip.stream().allMatch(sql -> sql.matches("(?i)begin.*"))) {
                return;
            }
            // what was begun goes statement by statement; what was not is several statements in one trip
            // a begin is logged before its transaction has a name, so that it is missing here
            boolean pipelined = trip.stream().noneMatch(sql -> sql.matches("(?i)commit.*"));
            script.append(pipelined ? "\\startpipeline\n" : "begin;\n");
            trip.forEach(sql -> script.append(line(sql)).append(";\n"));
            script.append(pipelined ? "\\endpipeline\n" : "");
        });
        // a literal cannot hold a variable: it is put together around it
        return changing.isEmpty() ? script.toString() : script.toString().replace(changing, "' || :n || '");
    }

    /** What looks for work, and not the request. */
    private static boolean isInTheBackground(List<String> trip) {
        return trip.stream().anyMatch(sql -> sql.contains("with recursive waiting") || sql.contains(" lease "));
    }

    /** In one line, and without what pgbench would take for a variable. */
    private static String line(String sql) {
        return sql.strip().replaceAll("\\s+", " ").replaceAll("(?<!:):(?=[A-Za-z_])", ": ");
    }

    private static List<Statement> statements(String log) throws IOException {
        var statements = new ArrayList<Statement>();
        for (var entry : entries(log)) {
            var execute = EXECUTE.matcher(entry);
            var parameters = PARAMETERS.matcher(entry);
            if (execute.find()) {
                statements.add(new Statement(execute.group(1), execute.group(2)));
            } else if (parameters.find()) {
                var last = statements.remove(statements.size() - 1);
                statements.add(new Statement(last.transaction(), bind(last.sql(), parameters.group(1))));
            }
        }
        return statements;
    }

    /** An entry goes on until the next line that begins as entries do. */
    private static List<String> entries(String log) {
        return List.of(log.split("\n(?=[^~\n]*~(?:LOG|DETAIL|ERROR|STATEMENT|HINT|CONTEXT):  )"));
    }

    private static String bind(String sql, String parameters) {
        Map<String, String> values = new HashMap<>();
        var each = PARAMETER.matcher(parameters);
        while (each.find()) {
            values.put(each.group(1), each.group(2));
        }
        return Pattern.compile("\\$(\\d+)")
                .matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement("(" + values.get(found.group(1)) + ")"));
    }
}
