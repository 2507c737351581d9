package dev.groundswell.bench;

import dev.groundswell.embedded.PackagedProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Lost deals on Directus: {@code src/test/peers/directus}, fetched by npm. */
final class Directus {

    /** As collections are by default: each change is told in a row of activity and one of revisions. */
    static final String WITH_HISTORY = "losses";

    static final String WITHOUT_HISTORY = "plain_losses";

    private static final Path FOLDER = Path.of("src/test/peers/directus").toAbsolutePath();
    /** And not the command of the package around it, which asks for updates each time. */
    private static final String PROGRAM = "node_modules/@directus/api/dist/cli/run.js";

    private static final String DATABASE = "peer_directus";
    private static final String TOKEN = "a-token-for-the-benchmark";

    private Directus() {}

    static boolean canBeInstalled() throws Exception {
        return Program.isInstalled("node") && Program.isInstalled("npm");
    }

    static Program start(Debian database) throws Exception {
        System.out.println("Directus is installed, which takes minutes the first time");
        Program.run(FOLDER, Map.of(), "./install.sh");
        database.create(DATABASE);
        int port = PackagedProcess.freePort();
        var environment = environment(database, port);
        Program.run(FOLDER, environment, "node", PROGRAM, "bootstrap");
        var program = Program.start(FOLDER, port, environment, "node", PROGRAM, "start");
        program.process().awaitStatus(200, "/server/ping");
        Program.run(FOLDER, environment, "node", "set-up.mjs");
        return program;
    }

    private static Map<String, String> environment(Debian database, int port) {
        var environment = new HashMap<String, String>();
        environment.put("NODE_ENV", "production");
        environment.put("HOST", "127.0.0.1");
        environment.put("PORT", String.valueOf(port));
        environment.put("PUBLIC_URL", "http://127.0.0.1:" + port);
        environment.put("DB_CLIENT", "pg");
        environment.put("DB_HOST", "127.0.0.1");
        environment.put("DB_PORT", String.valueOf(database.port()));
        environment.put("DB_DATABASE", DATABASE);
        environment.put("DB_USER", Debian.OWNER);
        environment.put("DB_PASSWORD", Debian.PASSWORD);
        environment.put("DB_POOL__MAX", String.valueOf(WriteGoals.CLIENTS));
        environment.put("SECRET", "a secret for the benchmark alone");
        environment.put("ADMIN_EMAIL", "admin@example.com");
        environment.put("ADMIN_PASSWORD", Debian.PASSWORD);
        environment.put("ADMIN_TOKEN", "an-" + TOKEN);
        environment.put("TOKEN", TOKEN);
        environment.put("LOG_LEVEL", "error");
        environment.put("TELEMETRY", "false");
        // it would turn away a load that keeps it busy
        environment.put("PRESSURE_LIMITER_ENABLED", "false");
        return environment;
    }

    static Load load(Program program, String collection, String run) {
        return new Load(
                program.port(),
                WriteGoals.CLIENTS,
                n -> Requests.of(
                        "POST", "/items/" + collection, Requests.bearer(TOKEN) + Requests.JSON, loss(run + "-" + n)));
    }

    /** The same loss. A sum of money has no type here: it takes two fields. */
    private static String loss(String id) {
        return WriteGoals.loss(id)
                .replace(
                        "\"value\": {\"amount\": \"48000.00\", \"currency\": \"EUR\"}",
                        "\"value_amount\": \"48000.00\", \"value_currency\": \"EUR\"");
    }
}
