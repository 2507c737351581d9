package dev.groundswell.pricing;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.statistics.MedianInterval;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** The values at two ranks of each group: half a rank below, so that no rounding leads to the next one. */
    private static final String AT_RANKS = """
            select r.place, percentile_disc(array[r.low, r.high]) within group (order by x.gap)
            from (""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    GapCells(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
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

    private static void measureMedians(Connection connection, Parts rows, List<GapCell> cells) throws SQLException {
        var places = new ArrayList<Long>();
        var buckets = new ArrayList<LocalDate>();
        var keys = new ArrayList<String>();
        var low = new ArrayList<Double>();
        var high = new ArrayList<Double>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell.measured() >= MedianInterval.LEAST_VALUES) {
                int values = Math.toIntExact(cell.measured());
                var ranks = MedianInterval.of(values);
                places.add((long) i);
                buckets.add(cell.bucket());
                keys.add(cell.key());
                low.add((ranks.low() - 0.5) / values);
                high.add((ranks.high() - 0.5) / values);
            }
        }
        if (places.isEmpty()) {
            return;
        }
        var reading = new Parts()
                .add(AT_RANKS)
                .add(rows)
                .add(
                        """
                        ) x join unnest(?, ?, ?, ?, ?) as r(place, bucket, key, low, high)
                            on r.bucket = x.bucket and r.key = x.key
                        where x.gap is not null group by r.place, r.low, r.high""",
                        places.toArray(Long[]::new),
                        buckets.toArray(LocalDate[]::new),
                        keys.toArray(String[]::new),
                        low.toArray(Double[]::new),
                        high.toArray(Double[]::new));
        try (var statement = reading.prepare(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                var ends = doubles(row, 2);
                if (ends != null) {
                    cells.set(row.getInt(1), cells.get(row.getInt(1)).with(new GapCell.Bounds(ends[0], ends[1])));
                }
            }
        }
    }

    /** Null where there was no value. */
    private static Double @Nullable [] doubles(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : (Double[]) array.getArray();
    }
}
