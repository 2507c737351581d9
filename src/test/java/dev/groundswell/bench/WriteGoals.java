package dev.groundswell.bench;

import dev.groundswell.testsupport.PackagedService;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What it costs to log losses. */
final class WriteGoals {

    static final int CLIENTS = 16;
    private static final int BATCH = 100;
    private static final String CHANGING = "changing-part";
    static final LocalDate OF_LATE = LocalDate.of(2026, 9, 20);

    private WriteGoals() {}

    static List<Row> oneLoss(Bench.Stage stage) throws Exception {
        var service = stage.service();
        service.post(service.integration, "/v1/losses", loss("known"));
        var script = Recorded.script(
                stage.database(), () -> service.post(service.integration, "/v1/losses", loss(CHANGING)), CHANGING);
        var run = String.valueOf(System.nanoTime());
        // what counting costs beside it is a row of its own
        var leases = new Leases(stage.database());
        leases.hold("rollup");
        var pairs = Pairs.of(
                stage.scale(),
                new Load(
                        service.port(),
                        CLIENTS,
                        n -> Requests.of(
                                "POST", "/v1/losses", Requests.bearer(service.integration), loss(run + "-" + n)))::run,
                new Pgbench(stage.database(), script, CLIENTS)::run);
        leases.release();
        return List.of(
                Row.atLeast("POST /v1/losses, against pgbench running its statements", 0.70, pairs, rates(pairs)));
    }

    static List<Row> batch(Bench.Stage stage) throws Exception {
        var service = stage.service();
        service.post(service.integration, "/v1/deals/batch", batch("known"));
        var script = Recorded.script(
                stage.database(),
                () -> service.post(service.integration, "/v1/deals/batch", batch(CHANGING)),
                CHANGING);
        var run = String.valueOf(System.nanoTime());
        var leases = new Leases(stage.database());
        leases.hold("rollup");
        var pairs = Pairs.of(
                stage.scale(),
                new Load(
                                service.port(),
                                4,
                                n -> Requests.of(
                                        "POST",
                                        "/v1/deals/batch",
                                        Requests.bearer(service.integration),
                                        batch(run + "-" + n)))::run,
                new Pgbench(stage.database(), script, 4)::run);
        leases.release();
        return List.of(Row.atLeast(
                "batch of 100, against pgbench running its statements",
                0.60,
                pairs,
                String.format(
                        Locale.ROOT,
                        "%.0f rows/s over HTTP, %.0f by pgbench",
                        pairs.rateOfA() * BATCH,
                        pairs.rateOfB() * BATCH)));
    }

    /** The same writes, while the worker counts what they change and while it does not. */
    static List<Row> liveCounts(Bench.Stage stage) throws Exception {
        try (var service = PackagedService.start(stage.database().settings(), stage.folder())) {
            Dataset.fill(stage.database(), service, stage.scale().deals());
            var run = String.valueOf(System.nanoTime());
            var leases = new Leases(stage.database());
            var load = new Load(
                    service.port(),
                    CLIENTS,
                    n -> Requests.of(
                            "POST",
                            "/v1/losses",
                            Requests.bearer(service.integration),
                            loss(run + "-" + n, OF_LATE.plusDays(n % 30))));
            var pairs = Pairs.of(stage.scale(), load::run, seconds -> {
                leases.hold("rollup");
                var figures = load.run(seconds);
                leases.release();
                return figures;
            });
            double slower = pairs.p99OfA() / pairs.p99OfB();
            return List.of(
                    Row.atLeast(
                            "ingest while the worker counts, against while it does not",
                            0.80,
                            pairs,
                            String.format(Locale.ROOT, "%.0f/s and %.0f/s", pairs.rateOfA(), pairs.rateOfB())),
                    Row.atMost(
                            "p99 of the same",
                            1.5,
                            slower,
                            "-",
                            String.format(Locale.ROOT, "%.1f ms and %.1f ms", pairs.p99OfA(), pairs.p99OfB())));
        }
    }

    static String rates(Pairs pairs) {
        return String.format(
                Locale.ROOT,
                "%.0f/s over HTTP (p99 %.1f ms), %.0f/s by pgbench",
                pairs.rateOfA(),
                pairs.p99OfA(),
                pairs.rateOfB());
    }

    private static String batch(String id) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> "{\"state\": \"lost\", " + loss(id + "-" + i).substring(1))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String loss(String id) {
        return loss(id, OF_LATE);
    }

    static String loss(String id, LocalDate closedOn) {
        return "{\"source\": \"crm\", \"external_id\": \"" + id
                + "\", \"closed_on\": \"" + closedOn + "\", \"owner\": \"u-17\", "
                + "\"value\": {\"amount\": \"48000.00\", \"currency\": \"EUR\"}, \"product\": \"Platform\", \"segment\": \"Mid-market\", "
                + "\"region\": \"EMEA\", \"outcome\": \"lost_to_competitor\", \"competitors\": [\"Kestrova\"], "
                + "\"reasons\": [{\"code\": \"price_level\", \"evidence\": \"buyer_stated\"}, {\"text\": \"Too expensive\"}], "
                + "\"prices\": {\"quoted\": {\"amount\": \"48000.00\", \"currency\": \"EUR\"}}}";
    }
}
