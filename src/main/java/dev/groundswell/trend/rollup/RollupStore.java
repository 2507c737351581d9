package dev.groundswell.trend.rollup;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the counts, within a transaction that has locked the workspace's row first. What inserts from a query
 * returns something, or has an ON CONFLICT: Citus would copy the rows into the table otherwise, which it refuses under
 * row-level security.
 */
@ApplicationScoped
class RollupStore {

    private static final String MAKE = "insert into rollup (workspace, state) values (?, 'raw') on conflict do nothing";
    private static final String LOCK = "select state, filled_until from rollup where workspace = ? for update";
    private static final String CHANGED = "update rollup set version = version + 1 where workspace = ?";
    private static final String MOVE = "update rollup set state = ?, filled_until = ? where workspace = ?";

    private static final String TAKE_DAYS = """
            delete from dirty_day where workspace = ? and day in (
                select distinct m.day from dirty_day m where m.workspace = ? order by m.day limit ?)
            returning day""";

    private static final String MARK_DAYS =
            "insert into dirty_day (workspace, day) select ?, unnest(?::date[]) returning 1";
    private static final String CLEAR_DAYS = "delete from rollup_day where workspace = ? and day = any(?)";
    private static final String COUNT_DAYS = "insert into rollup_day (workspace, day, " + CountSql.COLUMNS
            + ") select ?, c.* from (" + CountSql.raw("d.workspace = ? and d.closed_on = any(?)") + ") c returning 1";

    private static final String MARK_MONTHS = """
            insert into dirty_month (workspace, month, marked_at)
            select distinct ?, date_trunc('month', c.day)::date, ?::timestamptz from unnest(?::date[]) as c(day)
            on conflict (workspace, month) do nothing""";

    private static final String TAKE_MONTHS =
            "delete from dirty_month where workspace = ? and marked_at <= ? returning month";
    private static final String CLEAR_MONTHS = "delete from rollup_month where workspace = ? and month = any(?)";
    private static final String COUNT_MONTHS = "insert into rollup_month (workspace, month, " + CountSql.COLUMNS
            + ") select ?, c.* from ("
            + CountSql.months(
                    "r.workspace = ? and date_trunc('month', r.day)::date = any(?) " + "and r.day between ? and ?")
            + ") c returning 1";

    private static final String BEGIN = """
            insert into rollup_fill (workspace, begun_at, deals)
            select ?, ?::timestamptz, count(*) from deal d where d.workspace = ? and d.state in ('lost', 'won')
            returning 1""";

    private static final String ADVANCE = """
            update rollup_fill set counted = counted + coalesce((
                select sum(r.deals) from rollup_month r where r.workspace = ? and r.dimension = 'all' and r.month = ?), 0)
            where workspace = ?""";

    private static final String NEXT_CLOSED = """
            select min(d.closed_on) from deal d
            where d.workspace = ? and d.state in ('lost', 'won') and d.closed_on > ?""";

    private static final String DEALS = "select count(*) from (select from deal where workspace = ? limit ?) as there";

    /** Days of which the counts and the rows differ, though nobody has marked them; in one statement, so that neither is newer. */
    private static final String DRIFT = """
            with day as materialized (
                select day from rollup_day where workspace = ? and dimension = 'all' order by random() limit 1),
            fresh as (%s)
            select day from day where day not in (select m.day from dirty_day m where m.workspace = ?) and exists (
                (select %s from fresh except all select %s from rollup_day r
                    where r.workspace = ? and r.day = (select day from day))
                union all
                (select %s from rollup_day r where r.workspace = ? and r.day = (select day from day)
                    except all select %s from fresh))""".formatted(
                    CountSql.raw("d.workspace = ? and d.closed_on = (select day from day)"),
                    CountSql.COLUMNS,
                    CountSql.COLUMNS,
                    CountSql.COLUMNS,
                    CountSql.COLUMNS);

    private final AgroalDataSource database;

    RollupStore(AgroalDataSource database) {
        this.database = database;
    }

    /** How far a workspace's counts are. */
    enum State {
        raw,
        filling,
        ready
    }

    /**
     * A workspace's row.
     *
     * @param filledUntil all days up to this one are counted; null where none is
     */
    record Progress(State state, @Nullable LocalDate filledUntil) {}

    /** Until the end of the transaction nobody else counts. */
    Progress lock(String workspace) throws SQLException {
        update(MAKE, statement -> statement.setString(1, workspace));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, workspace);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Progress(State.valueOf(row.getString(1)), row.getObject(2, LocalDate.class));
            }
        }
    }

    void begin(String workspace, Instant now) throws SQLException {
        clear(workspace);
        update(BEGIN, statement -> {
            statement.setString(1, workspace);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setString(3, workspace);
        });
        move(workspace, State.filling, null);
    }

    /** All deals closed until the last day of this month are counted. */
    void advance(String workspace, LocalDate month) throws SQLException {
        update(ADVANCE, statement -> {
            statement.setString(1, workspace);
            statement.setObject(2, month);
            statement.setString(3, workspace);
        });
        move(workspace, State.filling, month.plusMonths(1).minusDays(1));
    }

    void end(String workspace, @Nullable LocalDate filledUntil) throws SQLException {
        update("delete from rollup_fill where workspace = ?", statement -> statement.setString(1, workspace));
        move(workspace, State.ready, filledUntil);
    }

    private void move(String workspace, State state, @Nullable LocalDate filledUntil) throws SQLException {
        update(MOVE, statement -> {
            statement.setString(1, state.name());
            statement.setObject(2, filledUntil);
            statement.setString(3, workspace);
        });
    }

    /** Whatever answers are known may be old ones now. */
    void changed(String workspace) throws SQLException {
        update(CHANGED, statement -> statement.setString(1, workspace));
    }

    /** The days whose marks were taken away. */
    List<LocalDate> takeDays(String workspace, int most) throws SQLException {
        return days(TAKE_DAYS, statement -> {
            statement.setString(1, workspace);
            statement.setString(2, workspace);
            statement.setInt(3, most);
        });
    }

    void markDays(String workspace, List<LocalDate> days) throws SQLException {
        update(MARK_DAYS, statement -> {
            statement.setString(1, workspace);
            statement.setArray(2, dates(statement, days));
        });
    }

    void countDays(String workspace, List<LocalDate> days) throws SQLException {
        update(CLEAR_DAYS, statement -> {
            statement.setString(1, workspace);
            statement.setArray(2, dates(statement, days));
        });
        update(COUNT_DAYS, statement -> {
            statement.setString(1, workspace);
            statement.setString(2, workspace);
            statement.setArray(3, dates(statement, days));
        });
    }

    void markMonths(String workspace, List<LocalDate> days, Instant now) throws SQLException {
        update(MARK_MONTHS, statement -> {
            statement.setString(1, workspace);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setArray(3, dates(statement, days));
        });
    }

    List<LocalDate> takeMonths(String workspace, Instant markedUntil) throws SQLException {
        return days(TAKE_MONTHS, statement -> {
            statement.setString(1, workspace);
            statement.setObject(2, markedUntil.atOffset(ZoneOffset.UTC));
        });
    }

    void countMonths(String workspace, List<LocalDate> months) throws SQLException {
        update(CLEAR_MONTHS, statement -> {
            statement.setString(1, workspace);
            statement.setArray(2, dates(statement, months));
        });
        var first = months.stream().min(LocalDate::compareTo).orElseThrow();
        var last = months.stream().max(LocalDate::compareTo).orElseThrow();
        update(COUNT_MONTHS, statement -> {
            statement.setString(1, workspace);
            statement.setString(2, workspace);
            statement.setArray(3, dates(statement, months));
            statement.setObject(4, first);
            statement.setObject(5, last.plusMonths(1).minusDays(1));
        });
    }

    private void clear(String workspace) throws SQLException {
        for (var table : List.of("rollup_day", "rollup_month", "dirty_month")) {
            update("delete from " + table + " where workspace = ?", statement -> statement.setString(1, workspace));
        }
    }

    /** The next day after this one on which a deal was closed; null where there is none. */
    @Nullable
    LocalDate nextClosed(String workspace, LocalDate after) throws SQLException {
        var next = days(NEXT_CLOSED, statement -> {
            statement.setString(1, workspace);
            statement.setObject(2, after);
        });
        return next.isEmpty() ? null : next.get(0);
    }

    boolean hasDeals(String workspace, int atLeast) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DEALS)) {
            statement.setString(1, workspace);
            statement.setInt(2, atLeast);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) >= atLeast;
            }
        }
    }

    /** A random day whose counts are wrong though nobody has marked it; empty where the one that was looked at is right. */
    List<LocalDate> drifted(String workspace) throws SQLException {
        return days(DRIFT, statement -> {
            for (int i = 1; i <= 5; i++) {
                statement.setString(i, workspace);
            }
        });
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private void update(String sql, Binding binding) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.execute();
        }
    }

    private List<LocalDate> days(String sql, Binding binding) throws SQLException {
        var days = new ArrayList<LocalDate>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var day = row.getObject(1, LocalDate.class);
                    if (day != null && !days.contains(day)) {
                        days.add(day);
                    }
                }
            }
        }
        return days;
    }

    private static java.sql.Array dates(PreparedStatement statement, List<LocalDate> days) throws SQLException {
        return statement.getConnection().createArrayOf("date", days.toArray());
    }
}
