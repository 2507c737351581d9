package dev.groundswell.pricing;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Groups closed deals by how dear we were, within the caller's transaction. */
@ApplicationScoped
class WinCells {

    /** Like a trend's win rate, from the day on which a source tells all its wins: an admin's, or that of its first won deal. */
    private static final String COUNT = """
            with won as materialized (
                select d.source, min(d.closed_on) as first from deal d
                where d.workspace = ? and d.state = 'won' group by d.source),
            told as materialized (
                select s.key, coalesce(s.wins_complete_since, (select w.first from won w where w.source = s.key)) as since
                from source s where s.workspace = ?)
            select x.state = 'won', coalesce(x.closed_on >= t.since, false), width_bucket(x.index, ?), count(*)
            from (""";

    private static final String PRICES = """
            d.state, d.source, d.closed_on,
            case when d.quoted_currency = d.competitor_currency and d.competitor_amount > 0
                then d.quoted_amount / d.competitor_amount end as index""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    WinCells(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    List<WinCell> of(PriceQuestion question) {
        var parts = new Parts()
                .add(COUNT, workspace.id(), workspace.id(), WinRates.EDGES.toArray(BigDecimal[]::new))
                .add(new Asked(workspace.id(), question, null).rows(Asked.CLOSED, PRICES))
                .add(") x join told t on t.key = x.source group by 1, 2, 3");
        try (var connection = database.getConnection();
                var statement = parts.prepare(connection);
                var row = statement.executeQuery()) {
            var cells = new ArrayList<WinCell>();
            while (row.next()) {
                cells.add(new WinCell(
                        row.getBoolean(1), row.getBoolean(2), row.getObject(3, Integer.class), row.getLong(4)));
            }
            return cells;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
