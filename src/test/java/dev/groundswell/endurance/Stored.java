package dev.groundswell.endurance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What the tables of one workspace hold, counted row by row beside the service. */
record Stored(Connection connection, String workspace) implements AutoCloseable {

    /** Of work that nobody has done yet. */
    private static final String WAITING = """
            select (select count(*) from delivery where state = 'received') + (select count(*) from dirty_day)
                 + (select count(*) from dirty_month) + (select count(*) from rollup_fill)
                 + (select count(*) from outgoing where state = 'waiting') + (select count(*) from deal_import where state in ('waiting', 'running'))""";

    private static final String UNSEALED = """
            select count(*) from field_report f where f.state = 'waiting' and f.until + 8 <= '%s'
            and f.until > coalesce((select max(s.until) from sealed_period s), f.since)""";

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** True while rows wait for somebody to work on them, by the service's clock. */
    boolean isWorkLeft(LocalDate today) throws SQLException {
        return number(WAITING) > 0 || isSealDue(today);
    }

    boolean isSealDue(LocalDate today) throws SQLException {
        return number(UNSEALED.formatted(today)) > 0;
    }

    long number(String sql) throws SQLException {
        var found = new long[1];
        each(sql, row -> found[0] = row.getLong(1));
        return found[0];
    }

    /** The lost deals, and how many rows each has: one, if all is well. */
    Map<Ledger.Known, Row> deals() throws SQLException {
        var deals = new HashMap<Ledger.Known, Row>();
        each(
                "select source, external_id, closed_on from deal where state = 'lost'",
                row -> deals.merge(
                        new Ledger.Known(row.getString(1), row.getString(2)),
                        new Row(row.getObject(3, LocalDate.class), 1),
                        (one, other) -> new Row(other.closedOn(), one.times() + 1)));
        return deals;
    }

    record Row(LocalDate closedOn, int times) {}

    /** Lost deals by day and reason, as "2025-10-01 price_level", and by day alone. */
    Map<String, Long> lost() throws SQLException {
        var counts = new HashMap<String, Long>();
        each("""
                select d.closed_on, coalesce(r.code, 'unknown'), count(*)
                from deal d left join reason r on r.workspace = d.workspace and r.id = d.primary_reason
                where d.state = 'lost' group by 1, 2
                union all select closed_on, '', count(*) from deal where state = 'lost' group by 1""", row -> counts.put((row.getString(1) + " " + row.getString(2)).strip(), row.getLong(3)));
        return counts;
    }

    /** True while somebody seals a period. */
    boolean isBeingSealed() throws SQLException {
        return number("select count(*) from lease where work = 'seal'") > 0;
    }

    /** The process of a session of the service; 0 where there is none. */
    long session() throws SQLException {
        return number(
                "select pid from pg_stat_activity where usename = current_user and pid <> pg_backend_pid() order by random() limit 1");
    }

    private void each(String sql, Reader reader) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.workspace', '" + workspace + "', true)");
            try (var row = statement.executeQuery(sql)) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } finally {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
