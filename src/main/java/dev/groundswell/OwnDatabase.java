package dev.groundswell;

import dev.groundswell.embedded.Refusal;
import io.smallrye.config.SmallRyeConfig;

/** What an operator with a database of their own has to set; an unsafe setting is refused by name. */
final class OwnDatabase {

    private static final String APP = "quarkus.datasource.username";
    private static final String WORKER = "quarkus.datasource.worker.username";
    private static final String OWNER = "quarkus.flyway.username";
    private static final String SECRET = "groundswell.secret";
    private static final String CLOCK = "groundswell.clock";
    private static final int SHORTEST_SECRET = 32;

    private OwnDatabase() {}

    static void check(SmallRyeConfig config) {
        if (!text(config, CLOCK).isEmpty()) {
            throw new Refusal(
                    CLOCK + " is set together with a JDBC URL. The time can be set with the embedded database only: "
                            + "remove " + CLOCK + ".");
        }
        var app = demanded(config, APP, "the role that the service works as; it owns nothing");
        var worker = demanded(config, WORKER, "the role that finds work; it reads which workspaces have some");
        var owner = demanded(config, OWNER, "the role that owns and migrates the schema");
        if (app.equals(owner)) {
            throw new Refusal(
                    APP + " is the same role as " + OWNER
                            + ". Who owns tables can switch row-level security off: give the service a role that owns nothing.");
        }
        if (worker.equals(app) || worker.equals(owner)) {
            throw new Refusal(WORKER + " is the same role as " + (worker.equals(app) ? APP : OWNER)
                    + ". Give the worker a role of its own.");
        }
        if (text(config, SECRET).length() < SHORTEST_SECRET) {
            throw new Refusal(SECRET + " has to be set to " + SHORTEST_SECRET
                    + " random characters or more: pseudonyms and cursors are made with it.");
        }
    }

    private static String demanded(SmallRyeConfig config, String name, String meaning) {
        var value = text(config, name);
        if (value.isEmpty()) {
            throw new Refusal(name + " has to be set: " + meaning + ".");
        }
        return value;
    }

    private static String text(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
