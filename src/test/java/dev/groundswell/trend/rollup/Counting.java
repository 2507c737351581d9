package dev.groundswell.trend.rollup;

import dev.groundswell.testsupport.Database;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Counts as the database has them, set beside a recount of the rows. */
public final class Counting {

    private Counting() {}

    /** Counts from a few deals on. */
    public static class FromTheStart implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("groundswell.rollup.from", "20");
        }
    }

    private static final String DIFFERENT_DAYS = """
            with fresh as (%s)
            select count(*) from (
                (select day, %s from fresh except all select day, %s from rollup_day where workspace = '%s')
                union all
                (select day, %s from rollup_day where workspace = '%s' except all select day, %s from fresh)) as different""";

    private static final String DIFFERENT_MONTHS = """
            with fresh as (
                select date_trunc('month', day)::date as month, %s, sum(deals)::bigint as deals, sum(amount) as amount
                from (%s) as days group by month, %s)
            select count(*) from (
                (select month, %s from fresh except all select month, %s from rollup_month where workspace = '%s')
                union all
                (select month, %s from rollup_month where workspace = '%s' except all select month, %s from fresh)) as different""";

    private static final String KEY = CountSql.COLUMNS.replace(", deals, amount", "");

    static long differentDays(String workspace) throws SQLException {
        var c = CountSql.COLUMNS;
        return ask(workspace, DIFFERENT_DAYS.formatted(raw(workspace), c, c, workspace, c, workspace, c));
    }

    static long differentMonths(String workspace) throws SQLException {
        var c = CountSql.COLUMNS;
        return ask(workspace, DIFFERENT_MONTHS.formatted(KEY, raw(workspace), KEY, c, c, workspace, c, workspace, c));
    }

    /** What waits to be counted. */
    public static long waiting(String workspace) throws SQLException {
        return ask(
                workspace,
                "select (select count(*) from dirty_day) + (select count(*) from dirty_month)"
                        + " + (select count(*) from rollup_fill)");
    }

    static long ask(String workspace, String sql) throws SQLException {
        try (var app = inside(workspace)) {
            return Database.count(app, sql);
        }
    }

    private static Connection inside(String workspace) throws SQLException {
        var app = Database.connect("quarkus.datasource");
        app.setAutoCommit(false);
        Database.enter(app, workspace);
        return app;
    }

    private static String raw(String workspace) {
        return CountSql.raw("d.workspace = '" + workspace + "'");
    }
}
