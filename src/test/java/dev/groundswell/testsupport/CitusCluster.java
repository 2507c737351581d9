package dev.groundswell.testsupport;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Citus cluster of one's own to run the tests on, named by its coordinator's JDBC URL. It was made as deploy/README.md
 * says; the passwords stand in the environment, as they did for deploy/postgres/roles.sql.
 */
final class CitusCluster {

    private static final String URL = "groundswell.test.citus";

    private CitusCluster() {}

    static Optional<Map<String, String>> settings() {
        return Optional.ofNullable(System.getProperty(URL)).map(url -> {
            var settings = new HashMap<>(Map.of("quarkus.datasource.jdbc.url", url, "groundswell.citus", "true"));
            Map.of("quarkus.flyway", "owner", "quarkus.datasource", "app", "quarkus.datasource.worker", "worker")
                    .forEach((property, role) -> {
                        settings.put(property + ".username", "groundswell_" + role);
                        settings.put(
                                property + ".password",
                                System.getenv("GROUNDSWELL_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD"));
                    });
            return settings;
        });
    }
}
