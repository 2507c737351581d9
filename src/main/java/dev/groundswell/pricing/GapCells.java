package dev.groundswell.pricing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.statistics.MedianInterval;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
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

    /** A cell for each bucket and key in which anything was lost. */
    Map<Place, GapCell> of(PriceQuestion question) {
        var rows = new Asked(workspace.id(), question).rows(Asked.LOST, GAP);
        try (var connection = database.getConnection()) {
            var cells = count(connection, rows);
            measureMedians(connection, rows, cells);
            return cells;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<Place, GapCell> count(Connection connection, Parts rows) throws SQLException {
        var cells = new HashMap<Place, GapCell>();
        new Parts().add(COUNT).add(rows).add(") x group by x.bucket, x.key").read(connection, (place, row) -> {
            var quartiles = doubles(row, 6);
            cells.put(
                    place,
                    new GapCell(
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            quartiles == null ? null : new GapCell.Quartiles(quartiles[0], quartiles[1], quartiles[2]),
                            null));
        });
        return cells;
    }

    private void measureMedians(Connection connection, Parts rows, Map<Place, GapCell> cells) throws SQLException {
        var ranks = json.createObjectNode();
        cells.forEach((place, cell) -> {
            if (cell.measured() >= MedianInterval.LEAST_VALUES) {
                int values = Math.toIntExact(cell.measured());
                var interval = MedianInterval.of(values);
                // half a rank below, so that no rounding leads to the next one; the name is the statement's for a group
                ranks.putArray(place.bucket() + " " + place.key())
                        .add((interval.low() - 0.5) / values)
                        .add((interval.high() - 0.5) / values);
            }
        });
        if (ranks.isEmpty()) {
            return;
        }
        new Parts()
                .add(AT_RANKS, ranks.toString(), ranks.toString())
                .add(rows)
                .add(") x where x.gap is not null group by x.bucket, x.key")
                .read(connection, (place, row) -> {
                    var ends = doubles(row, 3);
                    if (ends != null && ends[0] != null) {
                        cells.computeIfPresent(place, (same, cell) -> cell.with(new GapCell.Bounds(ends[0], ends[1])));
                    }
                });
    }

    /** Null where there was no value. */
    private static Double @Nullable [] doubles(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : (Double[]) array.getArray();
    }
}
