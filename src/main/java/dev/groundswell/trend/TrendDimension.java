package dev.groundswell.trend;

import dev.groundswell.catalog.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What lost deals are broken down by. A seller is no dimension")
public enum TrendDimension {
    reasons(null, "d.primaryReason"),
    reason_groups(null, "d.primaryReason"),
    outcomes(null, "cast(null as Long)"),
    competitors(Dimension.competitor, "cast(null as Long)"),
    products(Dimension.product, "d.product"),
    segments(Dimension.segment, "d.segment"),
    regions(Dimension.region, "d.region");

    private final @Nullable Dimension market;
    private final String column;

    TrendDimension(@Nullable Dimension market, String column) {
        this.market = market;
        this.column = column;
    }

    /** The market dimension, where it is one. */
    @Nullable
    Dimension market() {
        return market;
    }

    /** What a deal's row holds of it, in HQL; competitors are many a deal and read apart. */
    String column() {
        return column;
    }

    /** True where won deals belong to a series, too, so that it has a win rate. */
    boolean hasWins() {
        return this == products || this == segments || this == regions;
    }
}
