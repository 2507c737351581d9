package dev.groundswell.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.testsupport.PackagedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it takes to look for signals and to read prices: neither has counts to read, so both read deals. */
final class ScanGoals {

    private static final double SECONDS = 60;
    private static final int RUNS = 3;

    /** What the service may need at most, whatever the machine has. */
    private static final String HEAP = "-Xmx1g";

    private static final List<String> PRICES = List.of(
            "/v1/pricing/gaps",
            "/v1/pricing/gaps?by=product",
            "/v1/pricing/claims",
            "/v1/pricing/claims?by=product",
            "/v1/pricing/recovery",
            "/v1/pricing/win_rate");

    private ScanGoals() {}

    static List<Row> scan(Bench.Stage stage) throws Exception {
        var database = stage.database();
        try (var service = PackagedService.start(database.settings(), stage.folder(), HEAP)) {
            Dataset.fillToScan(database, service, stage.scale().deals());
            var leases = new Leases(database);
            leases.hold("signals");
            var scans = Runs.of(() -> service.post(service.leader, "/v1/signals/scan", ""));
            for (var path : PRICES) {
                var reads = Runs.of(() -> service.get(service.leader, path));
                System.out.printf(
                        Locale.ROOT,
                        "GET %s: %.2f s (%s), %,d deals%n",
                        path,
                        reads.median(),
                        reads.noise(),
                        stage.scale().deals());
            }
            leases.release();
            return List.of(Row.atMost(
                    "seconds of a scan, %,d deals".formatted(stage.scale().deals()),
                    SECONDS,
                    scans.median(),
                    scans.noise(),
                    "by %s; of %s it looked at %d comparisons, %d changed"
                            .formatted(
                                    HEAP,
                                    scans.last().path("period").asText(),
                                    scans.last().path("looked").asLong(),
                                    scans.last().path("changed").asLong())));
        }
    }

    /**
     * The same request, a few times, after one that does not count.
     *
     * @param seconds of each
     * @param last what it answered in the end
     */
    private record Runs(List<Double> seconds, JsonNode last) {

        interface Request {
            JsonNode send() throws Exception;
        }

        static Runs of(Request request) throws Exception {
            var seconds = new ArrayList<Double>();
            var last = request.send();
            for (int i = 0; i < RUNS; i++) {
                long begun = System.nanoTime();
                last = request.send();
                seconds.add((System.nanoTime() - begun) / 1e9);
            }
            return new Runs(seconds, last);
        }

        double median() {
            return Pairs.median(seconds);
        }

        String noise() {
            return Row.number(seconds.stream().min(Double::compare).orElseThrow()) + " - "
                    + Row.number(seconds.stream().max(Double::compare).orElseThrow());
        }
    }
}
