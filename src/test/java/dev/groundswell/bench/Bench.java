package dev.groundswell.bench;

import dev.groundswell.embedded.PackagedProcess;
import dev.groundswell.testsupport.PackagedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints the table of goals: {@code [smoke|full] [deals=N] [pairs=N] [seconds=N] [warm_up=N] [rows=name,name] [folder=PATH] [jvm=-Xmx1g,-D..]
 * [java25=PATH]}.
 */
public final class Bench {

    private Bench() {}

    /**
     * What a row is measured on.
     *
     * @param java25 the java of a JDK 25 or later; empty where it is to be looked for
     */
    record Stage(Debian database, PackagedService service, Scale scale, Path folder, String java25) {}

    /** A measurement, which answers one row or several. */
    interface Goal {
        List<Row> measure(Stage stage) throws Exception;
    }

    private static final Map<String, Goal> GOALS = new LinkedHashMap<>();

    /** What fetches packages to measure against: measured where it is asked for by name. */
    private static final Set<String> ON_DEMAND = Set.of("peers", "spring-data-rest", "directus");

    static {
        GOALS.put("loss", WriteGoals::oneLoss);
        GOALS.put("batch", WriteGoals::batch);
        GOALS.put("webhook", HookGoals::answered);
        GOALS.put("backlog", HookGoals::whileABacklogDrains);
        GOALS.put("live", WriteGoals::liveCounts);
        GOALS.put("overload", OverloadGoals::overload);
        GOALS.put("reads", ReadGoals::reads);
        GOALS.put("scan", ScanGoals::scan);
        GOALS.put("start", StartGoals::starts);
        GOALS.put("peers", PeerGoals::all);
        GOALS.put("spring-data-rest", PeerGoals::springDataRest);
        GOALS.put("directus", PeerGoals::directus);
    }

    public static void main(String[] arguments) throws Exception {
        var form = List.of(arguments).contains("full") ? Scale.full() : Scale.smoke();
        var scale = new Scale(
                number(arguments, "deals", form.deals()),
                number(arguments, "pairs", form.pairs()),
                number(arguments, "seconds", form.seconds()),
                number(arguments, "warm_up", form.warmUp()));
        var always =
                GOALS.keySet().stream().filter(row -> !ON_DEMAND.contains(row)).collect(Collectors.joining(","));
        var wanted = List.of(option(arguments, "rows", always).split(","));
        var folder = Path.of(option(
                arguments,
                "folder",
                Files.createTempDirectory("groundswell-bench").toString()));
        // at the end, and where somebody stops it
        var database = Debian.start(folder.resolve("postgres"), PackagedProcess.freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        try (var service = PackagedService.start(database.settings(), folder, options(arguments))) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            var stage = new Stage(database, service, scale, folder, option(arguments, "java25", ""));
            var rows = new ArrayList<Row>();
            for (var name : wanted) {
                var measured = GOALS.get(name).measure(stage);
                measured.forEach(row -> System.out.println(row.line()));
                rows.addAll(measured);
            }
            System.out.println("\n| what | goal | reached | noise | holds | behind it |\n|---|---|---|---|---|---|");
            rows.forEach(row -> System.out.println(row.line()));
        }
    }

    private static String[] options(String[] arguments) {
        var options = option(arguments, "jvm", "");
        return options.isEmpty() ? new String[0] : options.split(",");
    }

    private static int number(String[] arguments, String name, int otherwise) {
        return Integer.parseInt(option(arguments, name, String.valueOf(otherwise)));
    }

    private static String option(String[] arguments, String name, String otherwise) {
        for (var argument : arguments) {
            if (argument.startsWith(name + "=")) {
                return argument.substring(name.length() + 1);
            }
        }
        return otherwise;
    }
}
