package dev.groundswell.bench;

import dev.groundswell.testsupport.PackagedService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long it takes to look for signals in a workspace of so many deals, and to read what prices have to do with losses. */
final class ScanGoals {

    private static final int RUNS = 3;
    private static final double A_MINUTE = 60;

    private ScanGoals() {}

    static List<Row> scan(Bench.Stage stage) throws Exception {
        // the counts of trends are not what is measured
        try (var service = PackagedService.start(
                stage.database().settings(), stage.folder(), "-Dgroundswell.rollup.from=2000000000", "-Xmx1g")) {
            Dataset.insert(stage.database(), service, stage.scale().deals());
            var rows = new ArrayList<Row>();
            rows.add(row(
                    "a scan for signals, seconds, %,d deals"
                            .formatted(stage.scale().deals()),
                    () -> service.post(service.leader, "/v1/signals/scan", "")));
            for (var path : List.of("gaps", "gaps?by=product", "claims", "recovery", "win_rate")) {
                rows.add(row(
                        "GET /v1/pricing/%s, seconds, %,d deals"
                                .formatted(path, stage.scale().deals()),
                        () -> service.get(service.leader, "/v1/pricing/" + path)));
            }
            return rows;
        }
    }

    private interface Asking {
        void ask() throws Exception;
    }

    private static Row row(String what, Asking asking) throws Exception {
        asking.ask();
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            asking.ask();
            seconds.add((System.nanoTime() - begun) / 1e9);
        }
        Collections.sort(seconds);
        var noise = String.format(Locale.ROOT, "%.2f-%.2f", seconds.get(0), seconds.get(RUNS - 1));
        return Row.atMost(what, A_MINUTE, seconds.get(RUNS / 2), noise, "after one that is not counted, -Xmx1g");
    }
}
