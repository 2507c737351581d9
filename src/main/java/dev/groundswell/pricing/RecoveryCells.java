package dev.groundswell.pricing;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Groups losses by the discounts that would have won them, within the caller's transaction. */
@ApplicationScoped
class RecoveryCells {

    /**
     * What would have been enough: what the buyer said, else the competitor's price; in our quote's currency only. Whoever has a
     * value's currency has its amount, so that the deals of a currency are those of its sum.
     */
    private static final String PRICES = """
            case when d.value_amount is not null then d.value_currency end as value_currency, d.value_amount,
            case when d.quoted_amount > 0 then d.quoted_amount end as quoted,
            case when d.would_have_won_currency = d.quoted_currency then d.would_have_won_amount
                when d.competitor_currency = d.quoted_currency then d.competitor_amount end as enough""";

    /** How many of the discounts, less the sign, lie at or below what is needed, less the sign: those that are enough. */
    private static final String COUNT = """
            select x.bucket, x.key, width_bucket(x.enough / x.quoted - 1, ?), x.value_currency, count(*), sum(x.value_amount)
            from (""";

    private static final BigDecimal[] THRESHOLDS = RecoveryCurve.DISCOUNTS.stream()
            .sorted(Comparator.reverseOrder())
            .map(BigDecimal::negate)
            .toArray(BigDecimal[]::new);

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    RecoveryCells(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /** A curve for each bucket and key in which anything was lost. */
    Map<Place, RecoveryCurve> of(PriceQuestion question) {
        var cells = new HashMap<Place, List<RecoveryCell>>();
        try (var connection = database.getConnection()) {
            new Parts()
                    .add(COUNT, (Object) THRESHOLDS)
                    .add(new Asked(workspace.id(), question).rows(Asked.LOST, PRICES))
                    .add(") x group by 1, 2, 3, 4")
                    .read(
                            connection,
                            (place, row) -> cells.computeIfAbsent(place, first -> new ArrayList<>())
                                    .add(new RecoveryCell(
                                            row.getObject(3, Integer.class),
                                            row.getString(4),
                                            row.getLong(5),
                                            row.getBigDecimal(6))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return cells.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new RecoveryCurve(each.getValue())));
    }
}
