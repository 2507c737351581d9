package dev.groundswell.endurance;

import dev.groundswell.notify.Receiver;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Uses everything steadily, at a modest rate, and samples what the service holds: {@code [minutes=2] [every=5] [seed=N]}, every so many
 * seconds. Ends with 1 where the median of the last third of the time is more than that of the middle third by more than
 * {@link Held} allows, or the accounting is not right. The first third is for warming up.
 */
public final class Soak {

    /** The heap has its size from the start, so that what grows beside it is seen. */
    private static final List<String> FIXED_HEAP =
            List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");

    private Soak() {}

    public static void main(String[] words) throws Exception {
        System.exit(holds(Arguments.of(words)) ? 0 : 1);
    }

    private static boolean holds(Arguments arguments) throws Exception {
        long seconds = arguments.number("minutes", 2) * 60;
        long every = arguments.number("every", Math.max(5, seconds / 60));
        long seed = arguments.number("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var house = Household.in(Files.createTempDirectory("groundswell-soak"), FIXED_HEAP);
        house.launch();
        try (house;
                var receiver = new Receiver()) {
            var stage = Stage.set(house, receiver);
            var crowd = stage.crowd(Pace.steady, new Random(seed));
            crowd.start();
            var samples = sample(stage, seconds, every);
            crowd.stop();
            System.out.println("\n" + verdicts(samples));
            var outcome = stage.account();
            System.out.println("\n" + outcome);
            return outcome.isRight() && grown(samples).isEmpty();
        }
    }

    private static List<Sample> sample(Stage stage, long seconds, long every) throws Exception {
        var samples = new ArrayList<Sample>();
        System.out.println(Arrays.stream(Held.values())
                .map(held -> held.words)
                .collect(Collectors.joining(" | ", "| second | ", " |\n|---|---|---|---|---|---|---|")));
        long begun = System.nanoTime();
        try (var stored = stage.stored()) {
            for (long second = every; second <= seconds; second += every) {
                long wait = begun + TimeUnit.SECONDS.toNanos(second) - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
                var sample = Sample.take(second, stage.household().pid(), stored);
                samples.add(sample);
                System.out.println(sample.row());
            }
        }
        return samples;
    }

    private static String verdicts(List<Sample> samples) {
        return Arrays.stream(Held.values())
                .map(held -> String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %s |",
                        held.words,
                        middle(samples, held),
                        last(samples, held),
                        grown(samples).contains(held) ? "**grows**" : "holds"))
                .collect(Collectors.joining("\n", "| | middle third | last third | |\n|---|---|---|---|\n", ""));
    }

    private static List<Held> grown(List<Sample> samples) {
        return Arrays.stream(Held.values())
                .filter(held -> held.hasGrown(middle(samples, held), last(samples, held)))
                .toList();
    }

    private static double middle(List<Sample> samples, Held held) {
        return median(samples.subList(samples.size() / 3, samples.size() * 2 / 3), held);
    }

    private static double last(List<Sample> samples, Held held) {
        return median(samples.subList(samples.size() * 2 / 3, samples.size()), held);
    }

    private static double median(List<Sample> samples, Held held) {
        var sorted = samples.stream()
                .mapToLong(sample -> sample.held().get(held))
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
}
