package dev.groundswell.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What logging a loss costs here and in what somebody might use instead, on the same server, as {@code docs/benchmark.md} says
 * what each of them does for it.
 */
final class PeerGoals {

    private PeerGoals() {}

    static List<Row> all(Bench.Stage stage) throws Exception {
        var rows = new ArrayList<Row>(springDataRest(stage));
        rows.addAll(directus(stage));
        return rows;
    }

    static List<Row> springDataRest(Bench.Stage stage) throws Exception {
        try (var peer = SpringDataRest.start(stage.database())) {
            return List.of(against("Spring Boot Data REST", 2.5, stage, SpringDataRest.load(peer, run())));
        }
    }

    static List<Row> directus(Bench.Stage stage) throws Exception {
        if (!Directus.canBeInstalled()) {
            System.err.println("\nSKIPPED: nothing is measured against Directus, which needs node and npm\n");
            return List.of();
        }
        try (var peer = Directus.start(stage.database())) {
            return List.of(
                    against("Directus", 10, stage, Directus.load(peer, Directus.WITH_HISTORY, run())),
                    against(
                            "Directus without activity and revisions",
                            10,
                            stage,
                            Directus.load(peer, Directus.WITHOUT_HISTORY, run())));
        }
    }

    private static Row against(String name, double goal, Bench.Stage stage, Load peer) throws Exception {
        var service = stage.service();
        var run = run();
        var here = new Load(
                service.port(),
                WriteGoals.CLIENTS,
                n -> Requests.of(
                        "POST",
                        "/v1/losses",
                        Requests.bearer(service.integration) + Requests.JSON,
                        WriteGoals.loss(run + "-" + n, WriteGoals.OF_LATE.plusDays(n % 30))));
        var pairs = Pairs.of(stage.scale(), here::run, peer::run);
        return Row.atLeast(
                "POST of one loss, against " + name,
                goal,
                pairs,
                String.format(
                        Locale.ROOT,
                        "%.0f/s (p99 %.1f ms) and %.0f/s (p99 %.1f ms)",
                        pairs.rateOfA(),
                        pairs.p99OfA(),
                        pairs.rateOfB(),
                        pairs.p99OfB()));
    }

    private static String run() {
        return String.valueOf(System.nanoTime());
    }
}
