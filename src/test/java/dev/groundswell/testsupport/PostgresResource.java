package dev.groundswell.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;

/** One real PostgreSQL for all tests of this JVM, with the three roles that the service demands. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "test.postgres.url";

    @Override
    public Map<String, String> start() {
        var url = System.getProperty(URL);
        if (url == null) {
            url = startServer();
            System.setProperty(URL, url);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", "groundswell_app",
                "quarkus.datasource.password", "app",
                "quarkus.datasource.worker.username", "groundswell_worker",
                "quarkus.datasource.worker.password", "worker",
                "quarkus.flyway.username", "groundswell_owner",
                "quarkus.flyway.password", "owner",
                "groundswell.secret", "a secret of 32 characters or more",
                "groundswell.key-env", "test");
    }

    private static String startServer() {
        try {
            var server = EmbeddedPostgres.builder().start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role groundswell_owner login password 'owner'");
                statement.execute("create role groundswell_app login password 'app'");
                statement.execute("create role groundswell_worker login password 'worker'");
                statement.execute("create database groundswell owner groundswell_owner");
            }
            return server.getJdbcUrl("groundswell_owner", "groundswell").replaceAll("\\?.*", "");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void stop() {}
}
