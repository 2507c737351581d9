package dev.groundswell.embedded;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Three roles, so that the service itself can neither change the schema nor step over row-level security. */
final class Roles {

    static final String DATABASE = "groundswell";
    static final String OWNER = "groundswell_owner";
    static final String APP = "groundswell_app";
    static final String WORKER = "groundswell_worker";

    private Roles() {}

    static void create(int port, Secrets secrets) throws IOException {
        execute(
                port,
                "postgres",
                secrets,
                login(OWNER, secrets.owner()),
                login(APP, secrets.app()),
                login(WORKER, secrets.worker()),
                "create database " + DATABASE + " owner " + OWNER);
        execute(
                port,
                DATABASE,
                secrets,
                "alter schema public owner to " + OWNER,
                "revoke all on schema public from public",
                "grant usage on schema public to " + APP + ", " + WORKER,
                "revoke all on database " + DATABASE + " from public",
                "grant connect on database " + DATABASE + " to " + APP + ", " + WORKER);
    }

    private static String login(String role, String password) {
        return "create role " + role + " login nosuperuser nobypassrls nocreatedb nocreaterole password '" + password
                + "'";
    }

    private static void execute(int port, String database, Secrets secrets, String... statements) throws IOException {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        try (var connection = DriverManager.getConnection(url, "postgres", secrets.superuser());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IOException("the roles could not be made", e);
        }
    }
}
