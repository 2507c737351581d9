package dev.groundswell.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.OneTrip;
import dev.groundswell.access.Vault;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Deliveries as they are processed, within a transaction of the workspace. */
@ApplicationScoped
class Deliveries {

    private static final String COLUMNS =
            "select id, connection, received_at, content_type, query, headers, body from delivery where workspace = ? and ";

    private static final String NEXT =
            COLUMNS + "state = 'received' and connection = any(?) order by id limit ? for update skip locked";
    private static final String ONE = COLUMNS + "id = ?";

    private static final String AFTER = COLUMNS + "id > ? order by id limit 100";
    private static final String DELETE = "delete from delivery where workspace = ? and id = any(?)";

    private static final String SEEN = """
            insert into seen_event (workspace, connection, event, delivery, seen_at) values (?, ?, ?, ?, ?)
            on conflict (workspace, connection, event) do nothing""";

    private static final String KNOWN = """
            select e.event from seen_event e
            where e.workspace = ? and e.connection = ? and e.event = any(?) and e.delivery <> ?""";

    private static final String SETTLE = """
            update delivery set state = ?, items = ?, reason = ?, processed_at = ? where workspace = ? and id = ?""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;
    private final Vault vault;
    private final Clock clock;

    Deliveries(AgroalDataSource database, CurrentWorkspace workspace, Vault vault, Clock clock) {
        this.database = database;
        this.workspace = workspace;
        this.vault = vault;
        this.clock = clock;
    }

    /** A webhook as it was kept. */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    record Delivery(
            long id,
            long connection,
            Instant receivedAt,
            String contentType,
            ObjectNode query,
            ObjectNode headers,
            byte @Nullable [] body) {}

    @Schema(
            name = "DeliveryState",
            description =
                    "`received`: it waits; `processed`: folded into deals; `ignored`: not about deals; `dead`: an item of it cannot "
                            + "be understood")
    enum State {
        received,
        processed,
        ignored,
        dead
    }

    /** @param connections of which it may be */
    List<Delivery> next(int limit, List<Long> connections) throws SQLException {
        return read(NEXT, statement -> {
            statement.setArray(2, statement.getConnection().createArrayOf("bigint", connections.toArray()));
            statement.setInt(3, limit);
        });
    }

    Optional<Delivery> find(long id) throws SQLException {
        return read(ONE, statement -> statement.setLong(2, id)).stream().findFirst();
    }

    /** The next hundred, in whatever state. */
    List<Delivery> after(long id) throws SQLException {
        return read(AFTER, statement -> statement.setLong(2, id));
    }

    int delete(List<Long> ids) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DELETE)) {
            statement.setString(1, workspace.id());
            statement.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            return statement.executeUpdate();
        }
    }

    private List<Delivery> read(String query, OneTrip.Binding binding) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, workspace.id());
            binding.bind(statement);
            var deliveries = new ArrayList<Delivery>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    deliveries.add(delivery(row));
                }
            }
            return deliveries;
        }
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        var body = row.getBytes("body");
        return new Delivery(
                row.getLong("id"),
                row.getLong("connection"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("content_type"),
                object(row.getString("query")),
                object(row.getString("headers")),
                body == null ? null : vault.unlock(Inbox.PURPOSE, body));
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) Setup.JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of these events, those that another delivery has told before. */
    Set<ByteBuffer> toldBefore(Delivery delivery, List<byte[]> events) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, delivery.connection());
            statement.setArray(3, connection.createArrayOf("bytea", events.toArray(byte[][]::new)));
            statement.setLong(4, delivery.id());
            var known = new HashSet<ByteBuffer>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(ByteBuffer.wrap(row.getBytes(1)));
                }
            }
            return known;
        }
    }

    void remember(Delivery delivery, List<byte[]> events) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SEEN)) {
            for (var event : events) {
                statement.setString(1, workspace.id());
                statement.setLong(2, delivery.connection());
                statement.setBytes(3, event);
                statement.setLong(4, delivery.id());
                statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void settle(Delivery delivery, State state, List<ItemView> items) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SETTLE)) {
            settle(statement, delivery, state, items);
        }
    }

    private void settle(PreparedStatement statement, Delivery delivery, State state, List<ItemView> items)
            throws SQLException {
        statement.setString(1, state.name());
        statement.setString(2, Setup.write(items));
        statement.setString(
                3,
                items.stream()
                        .map(ItemView::reason)
                        .filter(reason -> reason != null)
                        .findFirst()
                        .orElse(null));
        statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
        statement.setString(5, workspace.id());
        statement.setLong(6, delivery.id());
        statement.executeUpdate();
    }
}
