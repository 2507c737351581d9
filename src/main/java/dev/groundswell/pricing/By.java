package dev.groundswell.pricing;

import dev.groundswell.catalog.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PriceDimension", description = "What prices are broken down by. A seller is no dimension")
enum By {
    product(Dimension.product),
    segment(Dimension.segment),
    region(Dimension.region),
    competitor(Dimension.competitor),
    source(null);

    private final @Nullable Dimension dimension;

    By(@Nullable Dimension dimension) {
        this.dimension = dimension;
    }

    /** Null for the source, which the catalog keeps apart. */
    @Nullable
    Dimension dimension() {
        return dimension;
    }
}
