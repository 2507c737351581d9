package dev.groundswell.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Deliveries as people look at them: without their bodies. */
@ApplicationScoped
class DeliveryList {

    private static final String LIST = """
            select id, connection, received_at, state, reason, items, processed_at from delivery
            where workspace = ? and id < ? and (cast(? as text) is null or state = ?) and (cast(? as bigint) is null or connection = ?)
            order by id desc limit ?""";

    private static final String COUNTS =
            "select state, count(*), max(received_at) from delivery where workspace = ? and connection = ? group by state";

    private static final String AGAIN = """
            update delivery set state = 'received', reason = null, items = '[]', processed_at = null
            where workspace = ? and id = ? and body is not null and state <> 'received'""";

    private static final String ALL_AGAIN = """
            update delivery set state = 'received', reason = null, items = '[]', processed_at = null
            where workspace = ? and connection = ? and body is not null and state = 'dead'""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    DeliveryList(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    record Row(
            long id,
            long connection,
            Instant receivedAt,
            Deliveries.State state,
            @Nullable String reason,
            List<ItemView> items,
            @Nullable Instant processedAt) {}

    /** How many deliveries are in each state, and when the last one came. */
    record Counts(
            Map<Deliveries.State, Long> byState, @Nullable Instant last) {}

    List<Row> before(long id, Deliveries.@Nullable State state, @Nullable Long connection, int limit)
            throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(LIST)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, id);
            statement.setString(3, state == null ? null : state.name());
            statement.setString(4, state == null ? null : state.name());
            statement.setObject(5, connection, Types.BIGINT);
            statement.setObject(6, connection, Types.BIGINT);
            statement.setInt(7, limit);
            var rows = new ArrayList<Row>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var processed = row.getObject("processed_at", OffsetDateTime.class);
                    rows.add(new Row(
                            row.getLong("id"),
                            row.getLong("connection"),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            Deliveries.State.valueOf(row.getString("state")),
                            row.getString("reason"),
                            Setup.parse(row.getString("items"), new TypeReference<List<ItemView>>() {}),
                            processed == null ? null : processed.toInstant()));
                }
            }
            return rows;
        }
    }

    Counts counts(long connection) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(COUNTS)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, connection);
            var counts = new TreeMap<Deliveries.State, Long>();
            Instant last = null;
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(Deliveries.State.valueOf(row.getString(1)), row.getLong(2));
                    var received = row.getObject(3, OffsetDateTime.class).toInstant();
                    last = last == null || received.isAfter(last) ? received : last;
                }
            }
            return new Counts(counts, last);
        }
    }

    /** Puts it back into the inbox; false where its body is no longer kept, or it waits there already. */
    boolean again(long id) throws SQLException {
        return update(AGAIN, id) == 1;
    }

    /** Puts the dead ones of a connection back into the inbox. */
    int deadAgain(long connection) throws SQLException {
        return update(ALL_AGAIN, connection);
    }

    private int update(String statement, long parameter) throws SQLException {
        try (var sql = database.getConnection();
                var update = sql.prepareStatement(statement)) {
            update.setString(1, workspace.id());
            update.setLong(2, parameter);
            return update.executeUpdate();
        }
    }
}
