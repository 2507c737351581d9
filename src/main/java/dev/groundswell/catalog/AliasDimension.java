package dev.groundswell.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What an alias can stand for")
enum AliasDimension {
    reason,
    product,
    segment,
    region,
    competitor;

    /** Null for a reason, which is no market dimension. */
    @Nullable
    Dimension market() {
        return this == reason ? null : Dimension.valueOf(name());
    }
}
