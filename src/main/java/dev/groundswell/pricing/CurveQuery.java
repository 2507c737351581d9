package dev.groundswell.pricing;

import dev.groundswell.deal.DaysQuery;
import dev.groundswell.deal.Interval;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Over which days, and in which steps, a curve is asked for. A curve needs many deals, so all days are one bucket unless
 * something else is said.
 */
public class CurveQuery extends DaysQuery {

    /** Each bucket and key is a whole curve: of fewer buckets than of single figures nobody loses the view. */
    static final int MOST_BUCKETS = 120;

    @QueryParam("interval")
    @Parameter(
            description = "How long a bucket is; absent: the whole span is one",
            schema = @Schema(implementation = Interval.class))
    @Nullable
    public Interval interval;
}
