package dev.groundswell.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Statements inside a workspace, in one trip to the database: one implicit transaction, or within the one that is under
 * way.
 *
 * <p>The text is sent as it is. Its first statement selects {@code set_config('app.workspace', ?, true)}, whose parameter
 * is bound here. On Citus, which needs a transaction that was begun, the text is put into one, still in one trip.
 *
 * <p>Every parameter of a statement that is several in one has to be bound with its exact type: with setTimestamp (and
 * all else that leaves the type to the server) pgjdbc parts the statements with a Sync once they are server-prepared,
 * and the setting is gone before it is needed.
 */
@ApplicationScoped
public class OneTrip {

    private final AgroalDataSource database;
    private final Citus citus;

    OneTrip(AgroalDataSource database, Citus citus) {
        this.database = database;
        this.citus = citus;
    }

    /** Binds the parameters from the second one on. */
    public interface Binding {

        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads what the statement after the setting has answered, which is the current result. */
    public interface Reading<T> {

        T read(PreparedStatement statement) throws SQLException;
    }

    /** How many rows the statement after the setting has changed. */
    public int update(String workspace, String text, Binding binding) throws SQLException {
        return ask(workspace, text, binding, PreparedStatement::getUpdateCount);
    }

    public <T> T ask(String workspace, String text, Binding binding, Reading<T> reading) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!citus.isOn()) {
                return run(connection, workspace, text, 1, binding, reading);
            }
            var entered = Citus.enter(workspace) + "; " + text;
            return connection.getAutoCommit()
                    ? begun(connection, workspace, entered, binding, reading)
                    : run(connection, workspace, entered, Citus.RESULTS + 1, binding, reading);
        }
    }

    private static <T> T begun(
            Connection connection, String workspace, String entered, Binding binding, Reading<T> reading)
            throws SQLException {
        boolean done = false;
        try {
            var answer =
                    run(connection, workspace, "begin; " + entered + "; commit", Citus.RESULTS + 2, binding, reading);
            done = true;
            return answer;
        } finally {
            if (!done) {
                // what failed has left the transaction open, and the connection goes on to somebody else
                try (var statement = connection.createStatement()) {
                    statement.execute("rollback");
                }
            }
        }
    }

    private static <T> T run(
            Connection connection, String workspace, String text, int skipped, Binding binding, Reading<T> reading)
            throws SQLException {
        try (var statement = connection.prepareStatement(text)) {
            statement.setString(1, workspace);
            binding.bind(statement);
            statement.execute();
            for (int i = 0; i < skipped; i++) {
                statement.getMoreResults();
            }
            return reading.read(statement);
        }
    }
}
