package dev.groundswell.endurance;

import dev.groundswell.notify.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Kills the service and its PostgreSQL again and again while everything is used, and counts at the end: {@code [rounds=20] [seed=N]
 * [rows=20000] [careless]}. Ends with 1 where something is missing, twice or different.
 *
 * <p>{@code careless} is the control: the database answers before it has written, so that something must be missing.
 */
public final class CrashLoop {

    private CrashLoop() {}

    public static void main(String[] words) throws Exception {
        var arguments = Arguments.of(words);
        long seed = arguments.number("seed", System.nanoTime());
        var blows = blows((int) arguments.number("rounds", 20), new Random(seed));
        var outcome = run(
                Files.createTempDirectory("groundswell-crash"),
                blows,
                seed,
                (int) arguments.number("rows", 20_000),
                Pace.brisk,
                arguments.has("careless"));
        System.out.println("\n" + outcome);
        System.exit(outcome.isRight() ? 0 : 1);
    }

    /** Each as often as the others, in no order. */
    private static List<Blow> blows(int rounds, Random random) {
        var blows = new ArrayList<Blow>();
        while (blows.size() < rounds) {
            var all = Arrays.asList(Blow.values());
            Collections.shuffle(all, random);
            blows.addAll(all);
        }
        return blows.subList(0, rounds);
    }

    /**
     * Strikes once a round.
     *
     * @param rows of the file that is imported meanwhile
     */
    static Outcome run(Path folder, List<Blow> blows, long seed, int rows, Pace pace, boolean careless)
            throws Exception {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var household = Household.in(folder, List.of());
        household.launch();
        try (household;
                var receiver = new Receiver()) {
            var stage = Stage.set(household, receiver);
            if (careless) {
                household.beCareless();
            }
            var deals = new Deals(stage.caller(), stage.company(), stage.ledger(), random);
            var crowd = stage.crowd(pace, new Random(seed)).once("import", () -> deals.importRows(rows));
            crowd.start();
            System.out.println(
                    "| round | blow | after seconds | ready again after seconds | acknowledged |\n|---|---|---|---|---|");
            for (int round = 0; round < blows.size(); round++) {
                strike(stage, round + 1, blows.get(round), random);
            }
            crowd.stop();
            return stage.account();
        }
    }

    private static void strike(Stage stage, int round, Blow blow, Random random) throws Exception {
        var household = stage.household();
        long begun = System.nanoTime();
        int before = stage.ledger().acknowledgements.get();
        try (var stored = stage.stored()) {
            blow.strike(stage, stored, random);
        }
        long struck = System.nanoTime();
        household.awaitReady();
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.1f | %.1f | %d |%n",
                round,
                blow.name().replace('_', ' '),
                (struck - begun) / 1e9,
                (System.nanoTime() - struck) / 1e9,
                stage.ledger().acknowledgements.get() - before);
    }
}
