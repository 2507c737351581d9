package dev.groundswell.catalog;

import org.jspecify.annotations.Nullable;

/** A product, segment, region or competitor in one version of the catalog. */
public record MarketInfo(
        long id,
        Dimension dimension,
        String key,
        String label,
        String folded,
        @Nullable Long mergedInto) {}
