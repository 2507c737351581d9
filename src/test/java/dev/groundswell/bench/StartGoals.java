package dev.groundswell.bench;

import dev.groundswell.embedded.PackagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/** How long a start takes until a trend is answered, and what memory it holds: by JDK, without and with an AOT cache. */
final class StartGoals {

    static final Path PACKAGE = Path.of("target/quarkus-app").toAbsolutePath();

    /** The collector and the heap of deploy/Dockerfile. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xms32m");

    private static final double MEMORY = 250;

    private StartGoals() {}

    static List<Row> starts(Bench.Stage stage) throws Exception {
        var folder = Files.createDirectories(stage.folder().resolve("start"));
        Start.first(Jdk.own(), folder);
        var runs = stage.scale().pairs();
        var rows = new ArrayList<>(rows(Jdk.own().name(), 4, runs, Jdk.own(), folder, SMALL));
        var newer = Jdk.twentyFive(stage.java25());
        if (newer.isEmpty()) {
            System.out.println("JDK 25: skipped, none is in /usr/lib/jvm and none is told by java25=");
            return rows;
        }
        rows.addAll(rows("JDK 25", 4, runs, newer.get(), folder, SMALL));
        if (!keepsItsClasses()) {
            System.out.println("AOT cache: skipped, package with -Dquarkus.package.jar.type=aot-jar to measure it");
            return rows;
        }
        var options = new ArrayList<>(SMALL);
        options.add("-XX:AOTCache=" + train(newer.get(), folder));
        rows.addAll(rows("JDK 25 with an AOT cache", 1.5, runs, newer.get(), folder, options));
        return rows;
    }

    private static List<Row> rows(String what, double goal, int runs, Jdk jdk, Path folder, List<String> options)
            throws Exception {
        var starts = new ArrayList<Start>();
        for (int i = 0; i < runs; i++) {
            starts.add(Start.again(jdk, folder, options));
        }
        var seconds = starts.stream().mapToDouble(Start::seconds).sorted().toArray();
        var megabytes = starts.stream().mapToDouble(Start::megabytes).sorted().toArray();
        var detail = runs + " starts, " + String.join(" ", options.subList(0, SMALL.size()));
        return List.of(
                Row.atMost(
                        what + ": seconds from the start to the first trend",
                        goal,
                        seconds[runs / 2],
                        spread(seconds),
                        detail),
                Row.atMost(
                        what + ": resident memory in MB, after it",
                        MEMORY,
                        megabytes[runs / 2],
                        spread(megabytes),
                        "the service alone"));
    }

    private static String spread(double[] sorted) {
        return Row.number(sorted[0]) + " - " + Row.number(sorted[sorted.length - 1]);
    }

    /** Whether the classes are loaded by the JVM's own loader, of which alone a cache can keep them. */
    private static boolean keepsItsClasses() throws IOException {
        try (var jar = new JarFile(PACKAGE.resolve("quarkus-run.jar").toFile())) {
            var main = jar.getManifest().getMainAttributes().getValue("Main-Class");
            return main.toLowerCase(Locale.ROOT).contains("aot");
        }
    }

    private static Path train(Jdk jdk, Path folder) throws Exception {
        var cache = folder.resolve("groundswell.aot");
        var training = new ProcessBuilder("bash", "deploy/train-aot-cache.sh", PACKAGE.toString(), cache.toString());
        training.environment().put("JAVA_HOME", jdk.home().toString());
        training.environment().put("TRAINING_PORT", String.valueOf(PackagedProcess.freePort()));
        if (training.inheritIO().start().waitFor() != 0) {
            throw new IOException("the training run has failed");
        }
        return cache;
    }
}
