package dev.groundswell.trend;

import dev.groundswell.deal.Interval;
import dev.groundswell.deal.SpanQuery;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Trend",
        description =
                "How a breakdown of lost deals moves over time: the open plane, exact and live, and beside it what the field says",
        requiredProperties = {"dimension", "interval", "zone", "since", "until", "buckets"})
record TrendView(
        TrendDimension dimension,

        Interval interval,

        @Schema(description = "The zone of closing dates", examples = "Europe/Berlin") @Size(max = 60)
        String zone,

        @Schema(description = "First day, inclusive", examples = "2026-01-01")
        LocalDate since,

        @Schema(description = "Last day, inclusive", examples = "2026-12-31")
        LocalDate until,

        @Size(max = SpanQuery.MOST_BUCKETS) List<BucketView> buckets,

        @Schema(
                description =
                        "What the field says in confidence, beside it and never added to it; absent where nothing was told that ended by `until`, where it may not be told by this dimension, and "
                                + "where filters are set: what was said in confidence is never filtered")
        @Nullable
        FieldViewView fieldView) {}
