package dev.groundswell.pricing;

import dev.groundswell.catalog.Catalog;
import dev.groundswell.deal.MarketFilter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Holds what is said of prices against the prices: counts of losses, never of people. */
@ApplicationScoped
public class PriceClaims {

    private static final MarketFilter.Ids EVERYTHING = new MarketFilter.Ids(null, null, null, null, null);

    private final GapCells cells;
    private final Catalog catalog;

    PriceClaims(GapCells cells, Catalog catalog) {
        this.cells = cells;
        this.catalog = catalog;
    }

    /**
     * Losses that cite a price reason, as the primary or a contributing one.
     *
     * @param supported we were dearer
     * @param contradicted we were as cheap, or cheaper
     * @param unmeasured the two prices are not known in one currency
     * @param medianGap of those that are measured; null where none is
     */
    public record Checked(
            long supported,
            long contradicted,
            long unmeasured,
            @Nullable Double medianGap) {

        private static Checked of(GapCell cell) {
            var quartiles = cell.quartiles();
            return new Checked(
                    cell.dearer(), cell.notDearer(), cell.unmeasured(), quartiles == null ? null : quartiles.median());
        }
    }

    /** Over the deals that were lost between two days, both inclusive. */
    public Checked between(LocalDate since, LocalDate until) {
        var found = QuarkusTransaction.joiningExisting()
                .call(() -> cells.of(PriceQuestion.of(since, until, EVERYTHING, catalog.current())
                        .ofThoseWhoCitePrice()));
        return Checked.of(found.getOrDefault(new Place(since, ""), GapCell.NONE));
    }
}
