package dev.groundswell.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;

/** Refuses to start as a database role that could step over row-level security, itself or as a member of another. */
@ApplicationScoped
class RoleCheck {

    private static final String ASK = """
            select exists (
                select from pg_roles r
                where pg_has_role(current_user, r.oid, 'member') and (
                    r.rolsuper or r.rolbypassrls or exists (
                        select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm'))))""";

    private final AgroalDataSource database;
    private final AgroalDataSource worker;

    RoleCheck(AgroalDataSource database, @DataSource("worker") AgroalDataSource worker) {
        this.database = database;
        this.worker = worker;
    }

    void check(@Observes StartupEvent starting) throws SQLException {
        check(database, "quarkus.datasource.username");
        check(worker, "quarkus.datasource.worker.username");
    }

    private static void check(AgroalDataSource source, String property) throws SQLException {
        try (var connection = source.getConnection()) {
            if (isUnsafe(connection)) {
                throw new IllegalStateException(property
                        + " names a role that is a superuser, has BYPASSRLS or owns tables, or is a member of one: row-level "
                        + "security would not hold for it. Use a role as in deploy/postgres/roles.sql.");
            }
        }
    }

    static boolean isUnsafe(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ASK);
                var answer = statement.executeQuery()) {
            return !answer.next() || answer.getBoolean(1);
        }
    }
}
