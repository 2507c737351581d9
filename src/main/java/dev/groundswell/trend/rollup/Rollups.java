package dev.groundswell.trend.rollup;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.OneTrip;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads counts without lag: days that are marked come from their rows, months with marked days from days, and all of it is
 * one statement, that sees one moment.
 *
 * <p>Its shape is chosen for its plan. Marked days are joined, so that few rows are expected of them: PostgreSQL makes hash
 * tables as large as what it expects, though mostly there are none. The days asked for are two rows, not arrays, so that a
 * plan without parameters is thought as good as one with, and is made once.
 */
@ApplicationScoped
public class Rollups {

    private static final String READY =
            "select exists (select from rollup r where r.workspace = ? and r.state = 'ready')";

    private static final String ENTER = "select set_config('app.workspace', ?, true);\n";

    private static final String FIND = ENTER
            + """
            with asked(first, last, first_month, last_month) as materialized (
                values (?::date, ?::date, ?::date, ?::date), (?::date, ?::date, ?::date, ?::date)),
            dirty as materialized (select distinct m.day from dirty_day m where m.workspace = ?),
            stale as materialized (
                select m.month from dirty_month m where m.workspace = ?
                union select date_trunc('month', day)::date from dirty),
            months as materialized (
                select s.month::date from asked, generate_series(first_month, last_month, interval '1 month') as s(month)
                where s.month::date not in (select month from stale)),
            days as materialized (
                select s.day::date from asked, generate_series(first, last, interval '1 day') as s(day)
                where s.day::date not in (select day from dirty)
                  and date_trunc('month', s.day)::date not in (select month from months)),
            found as (
                select r.month as day, %s from rollup_month r
                where r.workspace = ? and r.dimension = ? and r.month = any(array(select month from months))
                union all
                select r.day, %s from rollup_day r
                where r.workspace = ? and r.dimension = ? and r.day = any(array(select day from days))
                union all
                (%s))
            select date_trunc(?, f.day)::date, f.state, nullif(f.outcome, ''), f.value, nullif(f.primary_reason, 0),
                f.primary_unmapped, f.needs_enrichment, f.source, nullif(f.currency, ''), sum(f.deals)::bigint, sum(f.amount)
            from found f
            where (cardinality(?::bigint[]) = 0 or f.value && ?) and (cardinality(?::text[]) = 0 or f.source = any(?))
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
            %s""".formatted(
                            CountSql.COLUMNS,
                            CountSql.COLUMNS,
                            CountSql.raw("d.workspace = ? and v.dimension = ? and d.closed_on in ("
                                    + "select day from dirty, asked where day between first and last)"),
                            Basis.BY_COUNTS);

    private final AgroalDataSource database;
    private final OneTrip trip;
    private final CurrentWorkspace workspace;

    Rollups(AgroalDataSource database, OneTrip trip, CurrentWorkspace workspace) {
        this.database = database;
        this.trip = trip;
        this.workspace = workspace;
    }

    /** False where there are no counts, and raw rows have to be read; within the caller's transaction. */
    public boolean areReady() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(READY)) {
            statement.setString(1, workspace.id());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The closed deals, counted, in one trip; only where the counts are ready. */
    public Found<Counted> find(Question question) throws SQLException {
        return trip.ask(workspace.id(), FIND, statement -> bind(statement, question), statement -> {
            var counted = new ArrayList<Counted>();
            try (var row = statement.getResultSet()) {
                while (row.next()) {
                    counted.add(counted(row));
                }
            }
            statement.getMoreResults();
            return new Found<>(counted, Basis.read(statement));
        });
    }

    /**
     * What cells from raw rows are read by.
     *
     * @param counted true where the counts are ready
     */
    public Basis basis(boolean counted) throws SQLException {
        return counted
                ? basis(Basis.BY_COUNTS, Basis.WORKSPACES_BY_COUNTS)
                : basis(Basis.BY_ROWS, Basis.WORKSPACES_BY_ROWS);
    }

    private Basis basis(String text, int workspaces) throws SQLException {
        return trip.ask(
                workspace.id(), ENTER + text, statement -> bindWorkspaces(statement, 2, workspaces), Basis::read);
    }

    private void bindWorkspaces(PreparedStatement statement, int from, int many) throws SQLException {
        for (int i = 0; i < many; i++) {
            statement.setString(from + i, workspace.id());
        }
    }

    private void bind(PreparedStatement statement, Question question) throws SQLException {
        var id = workspace.id();
        var breakdown = question.breakdown().name();
        int i = 2;
        for (var days : List.of(question.days(), question.before())) {
            statement.setObject(i++, days.first());
            statement.setObject(i++, days.last());
            statement.setObject(i++, question.isOfMonths() ? days.firstMonth() : null, Types.DATE);
            statement.setObject(i++, question.isOfMonths() ? days.lastMonth() : null, Types.DATE);
        }
        statement.setString(i++, id);
        statement.setString(i++, id);
        for (int part = 0; part < 3; part++) {
            statement.setString(i++, id);
            statement.setString(i++, breakdown);
        }
        statement.setString(i++, question.interval());
        statement.setArray(i++, array(statement, "bigint", question.values()));
        statement.setArray(i++, array(statement, "bigint", question.values()));
        statement.setArray(i++, array(statement, "text", question.sources()));
        statement.setArray(i++, array(statement, "text", question.sources()));
        bindWorkspaces(statement, i, Basis.WORKSPACES_BY_COUNTS);
    }

    /** Nothing asked for is an empty array: a null would have no type. */
    private static Array array(PreparedStatement statement, String type, @Nullable Collection<?> values)
            throws SQLException {
        return statement.getConnection().createArrayOf(type, values == null ? new Object[0] : values.toArray());
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                (Long[]) row.getArray(4).getArray(),
                row.getObject(5, Long.class),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getLong(10),
                row.getBigDecimal(11));
    }
}
