package dev.groundswell.catalog;

import org.jspecify.annotations.Nullable;

/** A reason in one version of the catalog. */
public record ReasonInfo(
        long id,
        String code,
        String label,
        ReasonGroup group,
        @Nullable Long parent,
        @Nullable Long mergedInto) {}
