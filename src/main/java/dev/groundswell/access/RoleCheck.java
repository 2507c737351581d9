package dev.groundswell.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** Refuses to start as a database role that could step over row-level security. */
@ApplicationScoped
class RoleCheck {

    private static final String ASK = """
            select r.rolsuper, r.rolbypassrls,
                   exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm'))
            from pg_roles r where r.rolname = current_user""";

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
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(ASK);
                var role = statement.executeQuery()) {
            if (!role.next() || role.getBoolean(1) || role.getBoolean(2) || role.getBoolean(3)) {
                throw new IllegalStateException(property
                        + " names a role that is a superuser, has BYPASSRLS or owns tables: row-level security would not "
                        + "hold for it. Use a role as in deploy/postgres/roles.sql.");
            }
        }
    }
}
