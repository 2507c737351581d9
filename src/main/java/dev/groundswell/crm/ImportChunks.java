package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Vault;
import dev.groundswell.crm.wire.Json;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows of imports, in encrypted chunks, and those that were refused; within a transaction. */
@ApplicationScoped
class ImportChunks {

    private static final String PURPOSE = "import";

    private static final String ADD =
            "insert into import_chunk (workspace, import, first_row, body) values (?, ?, ?, ?)";
    private static final String NEXT = """
            select first_row, body from import_chunk
            where workspace = ? and import = ? and first_row > ? order by first_row limit 1""";
    private static final String DONE = "delete from import_chunk where workspace = ? and import = ? and first_row = ?";
    private static final String REFUSE =
            "insert into import_rejection (workspace, import, row, reason, detail, body) values (?, ?, ?, ?, ?, ?)";
    private static final String FORGET =
            "delete from import_rejection where workspace = ? and import = ? and row = any(?)";
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

        /** With rows that say nothing in place of these. */
        Chunk without(Predicate<JsonNode> which) {
            return new Chunk(
                    firstRow,
                    rows.stream()
                            .<JsonNode>map(row -> which.test(row) ? Json.nothing() : row)
                            .toList());
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
        return after(id, 0);
    }

    private Optional<Chunk> after(long id, long firstRow) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(NEXT)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, id);
            statement.setLong(3, firstRow);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Chunk(row.getLong(1), rows(row.getBytes(2)))) : Optional.empty();
            }
        }
    }

    /** False where somebody else was faster. */
    boolean done(long id, Chunk chunk) throws SQLException {
        try (var sql = database.getConnection();
                var statement = sql.prepareStatement(DONE)) {
            statement.setString(1, workspace.id());
            statement.setLong(2, id);
            statement.setLong(3, chunk.firstRow());
            return statement.executeUpdate() == 1;
        }
    }

    /** Empties rows that wait; those that follow keep their numbers. Answers how many. */
    long blank(long id, Predicate<JsonNode> which) throws SQLException {
        long blanked = 0;
        for (var next = first(id); next.isPresent(); next = after(id, next.get().firstRow())) {
            var chunk = next.get();
            long found = chunk.rows().stream().filter(which).count();
            if (found > 0 && done(id, chunk)) {
                add(id, chunk.without(which));
                blanked += found;
            }
        }
        return blanked;
    }

    /** Deletes refused rows; answers how many. */
    long forgetRefused(long id, Predicate<JsonNode> which) throws SQLException {
        long forgotten = 0;
        var some = refused(id, 0, 500);
        while (!some.isEmpty()) {
            var rows = some.stream()
                    .filter(each -> which.test(each.body()))
                    .map(Rejection::row)
                    .toArray();
            try (var sql = database.getConnection();
                    var statement = sql.prepareStatement(FORGET)) {
                statement.setString(1, workspace.id());
                statement.setLong(2, id);
                statement.setArray(3, sql.createArrayOf("bigint", rows));
                forgotten += statement.executeUpdate();
            }
            some = refused(id, some.get(some.size() - 1).row(), 500);
        }
        return forgotten;
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
