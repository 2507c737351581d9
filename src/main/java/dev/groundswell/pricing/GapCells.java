package dev.groundswell.pricing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.statistics.MedianInterval;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups losses by their price gap, within the caller's transaction. Whatever their number, none of them leaves the database. */
@ApplicationScoped
class GapCells {

    /** How much dearer we were, as a part of their price. Two currencies are never compared, whatever the rates. */
    private static final String GAP = """
            case when d.quoted_currency = d.competitor_currency and d.competitor_amount > 0
                then cast((d.quoted_amount - d.competitor_amount) / d.competitor_amount as double precision) end as gap""";

    private static final String COUNT = """
            select x.bucket, x.key, count(*), count(x.gap), count(*) filter (where x.gap <= 0),
                percentile_cont(array[0.25, 0.5, 0.75]) within group (order by x.gap)
            from (""";

    /**
     * The values at two ranks of each group. The ranks are looked up by group in one document: to join them would mean to look
     * through them once a deal, wherever the planner takes the deals for few.
     */
    private static final String AT_RANKS = """
            select x.bucket, x.key, percentile_disc(array[
                    cast(cast(? as jsonb) -> (x.bucket || ' ' || x.key) ->> 0 as double precision),
                    cast(cast(? as jsonb) -> (x.bucket || ' ' || x.key) ->> 1 as double precision)])
                within group (order by x.gap)
            from (""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;
    private final ObjectMapper json;

    GapCells(AgroalDataSource database, CurrentWorkspace workspace, ObjectMapper json) {
        this.database = database;
        this.workspace = workspace;
        this.json = json;
    }

    /** A cell for each bucket, or for each bucket and key. */
    List<GapCell> of(PriceQuestion question, @Nullable By by) {
        var rows = new Asked(workspace.id(), question, by).rows(Asked.LOST, GAP);
        try (var connection = database.getConnection()) {
            var cells = count(connection, rows);
            measureMedians(connection, rows, cells);
            return cells;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<GapCell> count(Connection connection, Parts rows) throws SQLException {
        var counting = new Parts().add(COUNT).add(rows).add(") x group by x.bucket, x.key order by x.bucket, x.key");
        var cells = new ArrayList<GapCell>();
        try (var statement = counting.prepare(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                var quartiles = doubles(row, 6);
                cells.add(new GapCell(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        quartiles == null ? null : new GapCell.Quartiles(quartiles[0], quartiles[1], quartiles[2]),
                        null));
            }
        }
        return cells;
    }

    private void measureMedians(Connection connection, Parts rows, List<GapCell> cells) throws SQLException {
        var ranks = json.createObjectNode();
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            places.put(name(cell.bucket(), cell.key()), i);
            if (cell.measured() >= MedianInterval.LEAST_VALUES) {
                int values = Math.toIntExact(cell.measured());
                var interval = MedianInterval.of(values);
                // half a rank below, so that no rounding leads to the next one
                ranks.putArray(name(cell.bucket(), cell.key()))
                        .add((interval.low() - 0.5) / values)
                        .add((interval.high() - 0.5) / values);
            }
        }
        if (ranks.isEmpty()) {
            return;
        }
        var reading = new Parts()
                .add(AT_RANKS, ranks.toString(), ranks.toString())
                .add(rows)
                .add(") x where x.gap is not null group by x.bucket, x.key");
        try (var statement = reading.prepare(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                var place = places.get(name(row.getObject(1, LocalDate.class), row.getString(2)));
                var ends = doubles(row, 3);
                if (place != null && ends != null && ends[0] != null) {
                    cells.set(place, cells.get(place).with(new GapCell.Bounds(ends[0], ends[1])));
                }
            }
        }
    }

    /** As the statement names a group. */
    private static String name(LocalDate bucket, String key) {
        return bucket + " " + key;
    }

    /** Null where there was no value. */
    private static Double @Nullable [] doubles(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : (Double[]) array.getArray();
    }
}
