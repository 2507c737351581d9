package dev.groundswell.pricing;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
            select x.bucket, x.key, x.state = 'won', coalesce(x.closed_on >= t.since, false), width_bucket(x.index, ?), count(*)
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

    /** Win rates for each bucket and key in which anything was closed. */
    Map<Place, WinRates> of(PriceQuestion question) {
        var cells = new HashMap<Place, List<WinCell>>();
        try (var connection = database.getConnection()) {
            new Parts()
                    .add(COUNT, workspace.id(), workspace.id(), WinRates.EDGES.toArray(BigDecimal[]::new))
                    .add(new Asked(workspace.id(), question).rows(Asked.CLOSED, PRICES))
                    .add(") x join told t on t.key = x.source group by 1, 2, 3, 4, 5")
                    .read(
                            connection,
                            (place, row) -> cells.computeIfAbsent(place, first -> new ArrayList<>())
                                    .add(new WinCell(
                                            row.getBoolean(3),
                                            row.getBoolean(4),
                                            row.getObject(5, Integer.class),
                                            row.getLong(6))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return cells.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new WinRates(each.getValue())));
    }
}
