package dev.groundswell.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tests' database, beside the service. */
public final class Database {

    private Database() {}

    /** @param role whose name and password stand under this prefix in the configuration */
    public static Connection connect(String role) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(role + ".username", String.class),
                config.getValue(role + ".password", String.class));
    }

    /** Who stands above row-level security; of the tests' own server only. */
    public static Connection superuser() throws SQLException {
        var secrets = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of(System.getProperty(PostgresResource.FOLDER), "secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                "postgres",
                secrets.getProperty("superuser.password"));
    }

    /** Until the end of the transaction, on every node where there are several. */
    public static void enter(Connection connection, String workspace) throws SQLException {
        execute(
                connection,
                "set local citus.propagate_set_commands = 'local'; set local app.workspace = '" + workspace + "'");
    }

    /** In a transaction of the workspace, as the service does it. */
    public static void tell(String workspace, String sql) throws SQLException {
        try (var app = connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            enter(app, workspace);
            execute(app, sql);
            app.commit();
        }
    }

    public static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, """
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relname <> 'flyway_schema_history' order by relname""");
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static long count(Connection connection, String sql) throws SQLException {
        return Long.parseLong(texts(connection, sql).get(0));
    }

    /** The first column. */
    public static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
