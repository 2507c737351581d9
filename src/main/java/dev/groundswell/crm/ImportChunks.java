package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Vault;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of imports, in encrypted chunks, and those that were refused; within a transaction. */
@ApplicationScoped
class ImportChunks {

    private static final String PURPOSE = "import";

    private static final String ADD =
            "insert into import_chunk (workspace, import, first_row, body) values (?, ?, ?, ?)";
    private static final String FIRST =
            "select first_row, body from import_chunk where workspace = ? and import = ? order by first_row limit 1";
    private static final String DONE = "delete from import_chunk where workspace = ? and import = ? and first_row = ?";
    private static final String REFUSE =
            "insert into import_rejection (workspace, import, row, reason, detail, body) values (?, ?, ?, ?, ?, ?)";
    private static final String REFUSED = """
            select row, reason, detail, body from import_rejection
            where workspace = ? and import = ? and row > ? order by row limit ?""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;
    private final Vault vault;

    ImportChunks(AgroalDataSource database, CurrentWorkspace workspace, Vault vault) {
        this.database = database;
        this.workspace = workspace;
        this.vault = vault;
    }

    /** Rows that are read together; the first one's number counts from 1. */
    record Chunk(long firstRow, List<JsonNode> rows) {

        Chunk first(int most) {
            return most >= rows.size() ? this : new Chunk(firstRow, rows.subList(0, most));
        }

        Chunk without(Chunk first) {
            int gone = first.rows().size();
            return new Chunk(firstRow + gone, rows.subList(gone, rows.size()));
        }
    }

    /** A row that was refused. */
    record Rejection(long row, String reason, String detail, JsonNode body) {}

    void add(long id, Chunk chunk) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(ADD)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, id);
            statement.setLong(3, chunk.firstRow());
            statement.setBytes(4, vault.lock(PURPOSE, bytes(chunk.rows())));
            statement.executeUpdate();
        }
    }

    Optional<Chunk> first(long id) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(FIRST)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Chunk(row.getLong(1), rows(row.getBytes(2)))) : Optional.empty();
            }
        }
    }

    void done(long id, Chunk chunk) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(DONE)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, id);
            statement.setLong(3, chunk.firstRow());
            statement.executeUpdate();
        }
    }

    void refuse(long id, List<Rejection> rejections) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(REFUSE)) {
            for (var rejection : rejections) {
                statement.setString(1, workspace.id());
                statement.setLong(2, id);
                statement.setLong(3, rejection.row());
                statement.setString(4, rejection.reason());
                statement.setString(5, rejection.detail());
                statement.setBytes(6, vault.lock(PURPOSE, bytes(List.of(rejection.body()))));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Rejection> refused(long id, long after, int limit) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(REFUSED)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, id);
            statement.setLong(3, after);
            statement.setInt(4, limit);
            var refused = new ArrayList<Rejection>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    refused.add(new Rejection(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            rows(row.getBytes(4)).get(0)));
                }
            }
            return refused;
        }
    }

    private static byte[] bytes(List<JsonNode> rows) {
        try {
            return Setup.JSON.writeValueAsBytes(rows);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<JsonNode> rows(byte[] body) {
        try {
            var rows = new ArrayList<JsonNode>();
            ((ArrayNode) Setup.JSON.readTree(vault.unlock(PURPOSE, body))).forEach(rows::add);
            return rows;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
