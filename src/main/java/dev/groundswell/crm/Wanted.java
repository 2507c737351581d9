package dev.groundswell.crm;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The deals that a CRM will be asked for. */
@ApplicationScoped
class Wanted {

    /** Events of one deal come in flocks: it is asked for once, a little later. */
    private static final Duration FLOCK = Duration.ofSeconds(3);

    private static final String WANT = """
            insert into enrichment (workspace, connection, external_id, not_before) values (?, ?, ?, ?)
            on conflict (workspace, connection, external_id) do nothing""";

    private static final String DUE = """
            select connection, external_id, attempts from enrichment
            where workspace = ? and not_before <= ? order by not_before limit ?""";

    private static final String LATER = """
            update enrichment set attempts = attempts + 1, not_before = ?
            where workspace = ? and connection = ? and external_id = ?""";

    private static final String DONE =
            "delete from enrichment where workspace = ? and connection = ? and external_id = ?";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;
    private final Clock clock;

    Wanted(AgroalDataSource database, CurrentWorkspace workspace, Clock clock) {
        this.database = database;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** A deal to ask for. */
    record Deal(long connection, String externalId, int attempts) {}

    void want(long connection, Collection<String> externalIds) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(WANT)) {
            for (var externalId : externalIds) {
                statement.setString(1, workspace.id());
                statement.setLong(2, connection);
                statement.setString(3, externalId);
                statement.setObject(4, clock.instant().plus(FLOCK).atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Deal> due(int limit) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(DUE)) {
            statement.setString(1, workspace.id());
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            var due = new ArrayList<Deal>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(new Deal(row.getLong(1), row.getString(2), row.getInt(3)));
                }
            }
            return due;
        }
    }

    void later(Deal deal, Duration wait) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(LATER)) {
            statement.setObject(1, clock.instant().plus(wait).atOffset(ZoneOffset.UTC));
            statement.setString(2, workspace.id());
            statement.setLong(3, deal.connection());
            statement.setString(4, deal.externalId());
            statement.executeUpdate();
        }
    }

    void done(Deal deal) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(DONE)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, deal.connection());
            statement.setString(3, deal.externalId());
            statement.executeUpdate();
        }
    }
}
