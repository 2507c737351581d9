package dev.groundswell.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.OneTrip;
import dev.groundswell.access.Vault;
import dev.groundswell.crm.proof.HookRequest;
import dev.groundswell.crm.wire.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Where deliveries are kept before anybody is told that they were taken. */
@ApplicationScoped
class Inbox {

    static final String PURPOSE = "delivery";

    /** One trip and one durable write; a stale revision keeps nothing. Citus wants an INSERT .. SELECT to return something. */
    private static final String KEEP = """
            select set_config('app.workspace', ?, true);
            insert into delivery (workspace, connection, received_at, content_type, query, headers, body, state)
            select c.workspace, c.id, ?, ?, ?, ?, ?, 'received' from connection c
            where c.workspace = ? and c.id = ? and c.revision = ? returning 1""";

    private final OneTrip trip;
    private final CurrentWorkspace workspace;
    private final Vault vault;

    Inbox(OneTrip trip, CurrentWorkspace workspace, Vault vault) {
        this.trip = trip;
        this.workspace = workspace;
        this.vault = vault;
    }

    /** False where the connection is no longer as it is named here. */
    boolean keep(Setup setup, HookRequest request) throws SQLException {
        var type = request.header("content-type");
        ObjectNode headers = Scrub.headers(request, Json.nothing());
        return trip.ask(
                workspace.id(),
                KEEP,
                statement -> {
                    statement.setObject(2, request.receivedAt().atOffset(ZoneOffset.UTC));
                    statement.setString(3, type == null ? "" : clean(type));
                    statement.setString(
                            4, clean(Scrub.query(setup, request.query()).toString()));
                    statement.setString(5, clean(headers.toString()));
                    statement.setBytes(6, vault.lock(PURPOSE, Scrub.body(setup, request.body())));
                    statement.setString(7, workspace.id());
                    statement.setLong(8, setup.id());
                    statement.setInt(9, setup.revision());
                },
                Inbox::isKept);
    }

    private static boolean isKept(PreparedStatement statement) throws SQLException {
        try (var row = statement.getResultSet()) {
            return row.next();
        }
    }

    /** The store keeps no NUL. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
