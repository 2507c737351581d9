package dev.groundswell.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Vault;
import dev.groundswell.crm.proof.HookRequest;
import dev.groundswell.crm.wire.Json;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Where deliveries are kept before anybody is told that they were taken. */
@ApplicationScoped
class Inbox {

    static final String PURPOSE = "delivery";

    /** One trip and one durable write; a stale revision keeps nothing. */
    private static final String KEEP = """
            select set_config('app.workspace', ?, true);
            insert into delivery (workspace, connection, received_at, content_type, query, headers, body, state)
            select c.workspace, c.id, ?, ?, ?, ?, ?, 'received' from connection c
            where c.workspace = ? and c.id = ? and c.revision = ?""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;
    private final Vault vault;

    Inbox(AgroalDataSource database, CurrentWorkspace workspace, Vault vault) {
        this.database = database;
        this.workspace = workspace;
        this.vault = vault;
    }

    /** False where the connection is no longer as it is named here. */
    boolean keep(Setup setup, HookRequest request) throws SQLException {
        var type = request.header("content-type");
        ObjectNode headers = Scrub.headers(request, Json.nothing());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, workspace.id());
            statement.setObject(2, request.receivedAt().atOffset(ZoneOffset.UTC));
            statement.setString(3, type == null ? "" : clean(type));
            statement.setString(4, clean(Scrub.query(setup, request.query()).toString()));
            statement.setString(5, clean(headers.toString()));
            statement.setBytes(6, vault.lock(PURPOSE, Scrub.body(setup, request.body())));
            statement.setString(7, workspace.id());
            statement.setLong(8, setup.id());
            statement.setInt(9, setup.revision());
            statement.execute();
            statement.getMoreResults();
            return statement.getUpdateCount() == 1;
        }
    }

    /** The store keeps no NUL. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }
}
