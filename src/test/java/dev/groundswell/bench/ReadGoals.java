package dev.groundswell.bench;

import dev.groundswell.testsupport.PackagedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it costs to read, however many deals there are: a workspace of so many, and one of a tenth. */
final class ReadGoals {

    private static final String TREND = "/v1/trends/reasons?interval=month&since=2025-11-01&until=2026-10-31";
    private static final int CLIENTS = 4;

    private ReadGoals() {}

    static List<Row> reads(Bench.Stage stage) throws Exception {
        var database = stage.database();
        try (var large = PackagedService.start(database.settings(), stage.folder())) {
            double pace = Dataset.fill(database, large, stage.scale().deals());
            var small = large.another();
            Dataset.fill(database, small, stage.scale().deals() / 10);
            var rows = new ArrayList<Row>();
            rows.add(growth(stage, large, small, pace));
            rows.add(gain(stage, large));
            rows.addAll(answers(stage, large));
            rows.add(pages(stage, large));
            return rows;
        }
    }

    private static Row growth(Bench.Stage stage, PackagedService large, PackagedService small, double pace)
            throws Exception {
        var atLarge = new Pgbench(stage.database(), counted(stage, large), CLIENTS);
        var atSmall = new Pgbench(stage.database(), counted(stage, small), CLIENTS);
        var growth = Pairs.of(stage.scale(), atSmall::run, atLarge::run);
        return Row.atMost(
                "trend in the database, growth from %,d to %,d deals"
                        .formatted(stage.scale().deals() / 10, stage.scale().deals()),
                1.2,
                growth.ratio(),
                growth.noise(),
                milliseconds(growth) + String.format(Locale.ROOT, "; counted at %.0f deals/s", pace));
    }

    private static Row gain(Bench.Stage stage, PackagedService large) throws Exception {
        var raw = new Pgbench(stage.database(), raw(large.workspace), 1);
        var counted = new Pgbench(stage.database(), counted(stage, large), 1);
        var gain = Pairs.of(stage.scale(), counted::run, raw::run);
        return Row.atLeast(
                "trend from counts, against raw rows by their covering index, %,d deals"
                        .formatted(stage.scale().deals()),
                500,
                gain,
                milliseconds(gain));
    }

    private static List<Row> answers(Bench.Stage stage, PackagedService service) throws Exception {
        var whole = Recorded.script(stage.database(), () -> service.get(service.leader, TREND), "");
        var load =
                new Load(service.port(), CLIENTS, n -> Requests.of("GET", TREND, Requests.bearer(service.leader), ""));
        var http = Pairs.of(stage.scale(), load::run, new Pgbench(stage.database(), whole, CLIENTS)::run);
        var tag = service.tag(service.leader, TREND);
        var again = new Load(
                service.port(),
                CLIENTS,
                n -> Requests.of("GET", TREND, Requests.bearer(service.leader) + "If-None-Match: " + tag + "\r\n", ""));
        var known = Pairs.of(stage.scale(), again::run, load::run);
        return List.of(
                Row.atLeast("GET trend, against pgbench running its statements", 0.50, http, WriteGoals.rates(http)),
                Row.atLeast(
                        "304, against 200",
                        8,
                        known,
                        String.format(Locale.ROOT, "%.0f/s and %.0f/s", known.rateOfA(), known.rateOfB())));
    }

    private static Row pages(Bench.Stage stage, PackagedService service) throws Exception {
        var first = "/v1/losses?limit=100";
        var deep = first;
        for (int i = 0; i < 200; i++) {
            var cursor = service.get(service.leader, deep).path("next_cursor").asText();
            deep = first + "&cursor=" + cursor;
        }
        var last = deep;
        var bearer = Requests.bearer(service.leader);
        var pairs = Pairs.of(
                stage.scale(),
                new Load(service.port(), 1, n -> Requests.of("GET", first, bearer, ""))::run,
                new Load(service.port(), 1, n -> Requests.of("GET", last, bearer, ""))::run);
        return Row.atMost("page 200 of a list, against page 1", 1.5, pairs.ratio(), pairs.noise(), milliseconds(pairs));
    }

    /** The one statement that reads the counts, as the service has sent it. */
    private static Path counted(Bench.Stage stage, PackagedService service) throws Exception {
        var all = Files.readAllLines(Recorded.script(stage.database(), () -> service.get(service.leader, TREND), ""));
        var statement = all.stream()
                .filter(line -> line.startsWith("with asked"))
                .findFirst()
                .orElseThrow();
        return script(service.workspace, statement);
    }

    private static Path raw(String workspace) throws Exception {
        return script(
                workspace,
                "select date_trunc('month', closed_on), primary_reason, count(*) from deal where workspace = '"
                        + workspace
                        + "' and state in ('lost', 'won') and closed_on between '2025-11-01' and '2026-10-31' group by 1, 2;");
    }

    private static Path script(String workspace, String statement) throws Exception {
        var script = Files.createTempFile("groundswell-bench", ".sql");
        Files.writeString(
                script,
                "\\startpipeline\nselect set_config('app.workspace', '" + workspace + "', true);\n" + statement
                        + "\n\\endpipeline\n");
        return script;
    }

    private static String milliseconds(Pairs pairs) {
        return String.format(
                Locale.ROOT,
                "%.2f ms and %.2f ms",
                Pairs.median(pairs.a().stream().map(Figures::median).toList()),
                Pairs.median(pairs.b().stream().map(Figures::median).toList()));
    }
}
