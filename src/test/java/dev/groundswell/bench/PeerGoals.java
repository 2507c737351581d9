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

    static List<Row> peers(Bench.Stage stage) throws Exception {
        var rows = new ArrayList<Row>();
        try (var peer = SpringDataRest.start(stage.database())) {
            rows.add(against("Spring Boot Data REST", 2.5, stage, SpringDataRest.load(peer, run())));
        }
        if (!Directus.canBeInstalled()) {
            System.err.println("\nSKIPPED: nothing is measured against Directus, which needs node and npm\n");
            return rows;
        }
        try (var peer = Directus.start(stage.database())) {
            rows.add(against("Directus", 10, stage, Directus.load(peer, Directus.WITH_HISTORY, run())));
            rows.add(against(
                    "Directus without activity and revisions",
                    10,
                    stage,
                    Directus.load(peer, Directus.WITHOUT_HISTORY, run())));
        }
        return rows;
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
                        WriteGoals.loss(run + "-" + n)));
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
