package dev.groundswell.signal;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.deal.Outcome;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads closed deals with their sellers, row by row, within the caller's transaction. Nothing else in the service reads a
 * seller.
 */
@ApplicationScoped
class ClosedDeals {

    private static final int A_FETCH = 5_000;

    private static final String FIRST =
            "select min(closed_on) from deal where workspace = ? and state in ('lost', 'won')";

    private static final String READ = """
            select d.closed_on, d.owner, d.state = 'won', d.outcome, d.primary_reason, d.retold, d.source, d.product,
                d.segment, d.region, d.competitors,
                case when d.quoted_currency = d.competitor_currency and d.competitor_amount > 0
                    then d.quoted_amount / d.competitor_amount - 1 end
            from deal d
            where d.workspace = ? and d.state in ('lost', 'won') and d.closed_on between ? and ?""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    ClosedDeals(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /** The day of the first one. */
    Optional<LocalDate> first() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIRST)) {
            statement.setString(1, workspace.id());
            try (var row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        }
    }

    /** Those that were closed between two days, both inclusive, in no order. */
    void each(LocalDate since, LocalDate until, Consumer<ClosedDeal> reader) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(READ)) {
            statement.setFetchSize(A_FETCH);
            statement.setString(1, workspace.id());
            statement.setObject(2, since);
            statement.setObject(3, until);
            read(statement, reader);
        }
    }

    private static void read(PreparedStatement statement, Consumer<ClosedDeal> reader) throws SQLException {
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                reader.accept(deal(row));
            }
        }
    }

    private static ClosedDeal deal(ResultSet row) throws SQLException {
        var outcome = row.getString(4);
        return new ClosedDeal(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getBoolean(3),
                outcome == null ? null : Outcome.valueOf(outcome),
                id(row, 5),
                row.getBoolean(6),
                row.getString(7),
                id(row, 8),
                id(row, 9),
                id(row, 10),
                ids(row, 11),
                number(row, 12));
    }

    private static @Nullable Long id(ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    private static List<Long> ids(ResultSet row, int column) throws SQLException {
        return Arrays.asList((Long[]) row.getArray(column).getArray());
    }
}
