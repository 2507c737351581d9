package dev.groundswell.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A workspace's own alias.
 *
 * @param dimension null for an alias of a reason
 * @param folded the raw text, folded
 * @param target the id of the reason or market value; null where the text tells an outcome only
 */
public record AliasInfo(
        @Nullable Dimension dimension,
        String folded,
        @Nullable Long target,
        @Nullable String outcome) {}
