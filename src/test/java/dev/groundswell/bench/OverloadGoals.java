package dev.groundswell.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What is left of the service when three times as much is asked as it can do. */
final class OverloadGoals {

    private static final int TIMES = 3;

    /** With which it answers the most: fewer leave it idle, more only wait. */
    private static final int AT_PEAK = 32;

    private static final int CALLERS = 1_000;

    /** What the flood before has left is done by then. */
    private static final int UNTIL_CALM = 3;

    private OverloadGoals() {}

    static List<Row> overload(Bench.Stage stage) throws Exception {
        var scale = stage.scale();
        var service = stage.service();
        var run = String.valueOf(System.nanoTime());
        var peak = new Load(service.port(), AT_PEAK, n -> loss(stage, run + "-p" + n));
        var flood = new OpenLoad(service.port(), CALLERS, n -> loss(stage, run + "-f" + n));
        // each way of asking has code of its own, to refuse above all
        var warm = peak.run(scale.warmUp());
        flood.run(warm.rate() * TIMES, scale.warmUp() / 2);
        var peaks = new ArrayList<Figures>();
        var floods = new ArrayList<OpenLoad.Met>();
        var rates = new ArrayList<Double>();
        var slower = new ArrayList<Double>();
        for (int i = 0; i < scale.pairs(); i++) {
            TimeUnit.SECONDS.sleep(UNTIL_CALM);
            var before = peak.run(scale.seconds());
            var met = flood.run(before.rate() * TIMES, scale.seconds());
            peaks.add(before);
            floods.add(met);
            rates.add(met.good().rate() / before.rate());
            slower.add(met.good().p99() / before.p99());
        }
        var pairs = new Pairs(floods.stream().map(OpenLoad.Met::good).toList(), peaks, rates);
        return List.of(
                Row.atLeast(
                        "losses answered while three times as many are asked, against the peak",
                        0.80,
                        pairs,
                        String.format(
                                Locale.ROOT,
                                "%.0f/s at the peak, by %d connections; of %.0f/s asked by up to %d callers %.0f/s answered, %.0f/s told to come again",
                                pairs.rateOfB(),
                                AT_PEAK,
                                median(floods, OpenLoad.Met::offered),
                                CALLERS,
                                pairs.rateOfA(),
                                median(floods, OpenLoad.Met::refused))),
                Row.atMost(
                        "p99 of those that are answered, against the peak",
                        3.0,
                        Pairs.median(slower),
                        Row.number(Collections.min(slower)) + " - " + Row.number(Collections.max(slower)),
                        String.format(Locale.ROOT, "%.1f ms and %.1f ms", pairs.p99OfA(), pairs.p99OfB())));
    }

    private static byte[] loss(Bench.Stage stage, String id) {
        return Requests.of("POST", "/v1/losses", Requests.bearer(stage.service().integration), WriteGoals.loss(id));
    }

    private static double median(List<OpenLoad.Met> floods, ToDoubleFunction<OpenLoad.Met> figure) {
        return Pairs.median(floods.stream().mapToDouble(figure).boxed().toList());
    }
}
