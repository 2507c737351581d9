package dev.groundswell.trend.rollup;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What cells are read by. It is asked for after them, in one trip with them where that is possible: whatever they name is
 * known by then.
 *
 * @param catalogVersion of a catalog that knows all that they name
 * @param winsCompleteSince the day from which on each source tells all its wins: what an admin has set, else the day of its
 *     first won deal; absent where it never told one
 */
public record Basis(long catalogVersion, Map<String, LocalDate> winsCompleteSince) {

    /** Marked days come from their rows. */
    static final String BY_COUNTS = """
            select s.key, coalesce(s.wins_complete_since, least(
                (select r.day from rollup_day r
                    where r.workspace = ? and r.source = s.key and r.dimension = 'all' and r.state = 'won'
                      and r.day not in (select m.day from dirty_day m where m.workspace = ?)
                    order by r.day limit 1),
                (select min(d.closed_on) from deal d
                    where d.workspace = ? and d.source = s.key and d.state = 'won'
                      and d.closed_on in (select m.day from dirty_day m where m.workspace = ?))))
            from source s where s.workspace = ?;
            select w.catalog_version from workspace w where w.workspace = ?""";

    static final int WORKSPACES_BY_COUNTS = 6;

    static final String BY_ROWS = """
            with won as materialized (
                select d.source, min(d.closed_on) as first from deal d
                where d.workspace = ? and d.state = 'won' group by d.source)
            select s.key, coalesce(s.wins_complete_since, (select w.first from won w where w.source = s.key))
            from source s where s.workspace = ?;
            select w.catalog_version from workspace w where w.workspace = ?""";

    static final int WORKSPACES_BY_ROWS = 3;

    /** Reads two results, of which the first is the current one. */
    static Basis read(PreparedStatement statement) throws SQLException {
        var since = new HashMap<String, LocalDate>();
        try (var row = statement.getResultSet()) {
            while (row.next()) {
                var day = row.getObject(2, LocalDate.class);
                if (day != null) {
                    since.put(row.getString(1), day);
                }
            }
        }
        statement.getMoreResults();
        try (var row = statement.getResultSet()) {
            row.next();
            return new Basis(row.getLong(1), since);
        }
    }
}
