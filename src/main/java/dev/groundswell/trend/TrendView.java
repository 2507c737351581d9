package dev.groundswell.trend;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a breakdown of lost deals moves over time: the open plane, exact and live. */
@Schema(
        name = "Trend",
        requiredProperties = {"dimension", "interval", "zone", "since", "until", "buckets"})
record TrendView(
        @Schema(description = "Clients must accept unknown values")
        TrendDimension dimension,

        @Schema(description = "Clients must accept unknown values")
        Interval interval,

        @Schema(description = "The zone of closing dates", examples = "Europe/Berlin") @Size(max = 60)
        String zone,

        @Schema(description = "First day, inclusive", examples = "2026-01-01")
        LocalDate since,

        @Schema(description = "Last day, inclusive", examples = "2026-12-31")
        LocalDate until,

        @Size(max = TrendQuery.MOST_BUCKETS) List<BucketView> buckets) {}
