package dev.groundswell.access;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;

/**
 * The third wall: at the start of each transaction the database is told the workspace, for this transaction only, and
 * shows nothing else. Whoever forgets a filter finds the wall; whoever works outside of a transaction sees nothing.
 */
@ApplicationScoped
class RowLevelWall {

    private final Session session;
    private final CurrentWorkspace workspace;
    private final TransactionManager transactions;
    private final Citus citus;

    RowLevelWall(Session session, CurrentWorkspace workspace, TransactionManager transactions, Citus citus) {
        this.session = session;
        this.workspace = workspace;
        this.transactions = transactions;
        this.citus = citus;
    }

    void open(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SystemException {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        var id = workspace.idOrNull();
        if (id == null) {
            return;
        }
        boolean open = false;
        try {
            session.doWork(connection -> {
                if (citus.isOn()) {
                    tellEveryNode(connection, id);
                } else {
                    tell(connection, id);
                }
            });
            open = true;
        } finally {
            if (!open) {
                // whoever began it believes that it never began: it would stay with the thread, and with whom comes
                // next
                transactions.rollback();
            }
        }
    }

    private static void tell(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.workspace', ?, true)")) {
            statement.setString(1, id);
            statement.execute();
        }
    }

    private static void tellEveryNode(Connection connection, String id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Citus.enter(id));
        }
    }
}
