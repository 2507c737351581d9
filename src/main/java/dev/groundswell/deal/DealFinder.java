package dev.groundswell.deal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads whole deals, within the caller's transaction. */
@ApplicationScoped
class DealFinder {

    private static final String BY_KEY = """
            select to_jsonb(d) from deal d
            where d.workspace = ? and d.source = ? and d.external_id = ? and d.revision > 0""";

    private static final String BY_ID = "select to_jsonb(d) from deal d where d.workspace = ? and d.id = ?";

    /** The newest first; the row comparison is what makes a deep page as cheap as the first. */
    private static final String LOSSES = """
            select to_jsonb(d) from deal d
            where d.workspace = ? and d.state = 'lost' and (d.closed_on, d.id) < (?, ?)
              and d.closed_on between ? and ?
              and (cast(? as bigint[]) is null or d.product = any (?))
              and (cast(? as bigint[]) is null or d.segment = any (?))
              and (cast(? as bigint[]) is null or d.region = any (?))
              and (cast(? as bigint[]) is null or d.competitors && cast(? as bigint[]))
              and (cast(? as text[]) is null or d.source = any (?))
            order by d.closed_on desc, d.id desc
            limit ?""";

    private final AgroalDataSource database;

    DealFinder(AgroalDataSource database) {
        this.database = database;
    }

    Optional<DealRow> find(String workspace, String source, String externalId) {
        return one(BY_KEY, statement -> {
            statement.setString(1, workspace);
            statement.setString(2, source);
            statement.setString(3, externalId);
        });
    }

    Optional<DealRow> find(String workspace, long id) {
        return one(BY_ID, statement -> {
            statement.setString(1, workspace);
            statement.setLong(2, id);
        });
    }

    /** Where a page of losses begins: after this one. */
    record Position(LocalDate closedOn, long id) {

        static final Position START = new Position(LocalDate.of(9999, 12, 31), Long.MAX_VALUE);
    }

    List<DealRow> losses(
            String workspace, LocalDate since, LocalDate until, MarketFilter.Ids filter, Position after, int limit) {
        return query(LOSSES, statement -> {
            var connection = statement.getConnection();
            statement.setString(1, workspace);
            statement.setObject(2, after.closedOn());
            statement.setLong(3, after.id());
            statement.setObject(4, since);
            statement.setObject(5, until);
            bind(connection, statement, 6, "bigint", filter.products());
            bind(connection, statement, 8, "bigint", filter.segments());
            bind(connection, statement, 10, "bigint", filter.regions());
            bind(connection, statement, 12, "bigint", filter.competitors());
            bind(connection, statement, 14, "text", filter.sources());
            statement.setInt(16, limit);
        });
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int at, String type, @Nullable Collection<?> any)
            throws SQLException {
        var array = any == null ? null : connection.createArrayOf(type, any.toArray());
        statement.setArray(at, array);
        statement.setArray(at + 1, array);
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private Optional<DealRow> one(String sql, Binding binding) {
        return query(sql, binding).stream().findFirst();
    }

    private List<DealRow> query(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return DealTable.rows(statement);
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }
}
