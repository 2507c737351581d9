package dev.groundswell.access;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import org.hibernate.Session;

/**
 * The third wall: at the start of each transaction the database is told the workspace, for this transaction only, and
 * shows nothing else. Whoever forgets a filter finds the wall; whoever works outside of a transaction sees nothing.
 */
@ApplicationScoped
class RowLevelWall {

    private final Session session;
    private final CurrentWorkspace workspace;

    RowLevelWall(Session session, CurrentWorkspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    void open(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        var id = workspace.idOrNull();
        if (id != null) {
            session.doWork(connection -> {
                try (var statement = connection.prepareStatement("select set_config('app.workspace', ?, true)")) {
                    statement.setString(1, id);
                    statement.execute();
                }
            });
        }
    }
}
