package dev.groundswell.mcp;

import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.SpanQuery;
import dev.groundswell.trend.TrendDimension;
import dev.groundswell.trend.TrendResource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Why deals are lost, over time. */
@ApplicationScoped
class TrendTools {

    private final Tools tools;
    private final TrendResource trends;

    TrendTools(Tools tools, TrendResource trends) {
        this.tools = tools;
        this.trends = trends;
    }

    /** What stands in the path of a trend's URL. */
    public static class Breakdown {

        @QueryParam("dimension")
        @Parameter(description = "What lost deals are broken down by. A seller is no dimension")
        @NotNull
        public TrendDimension dimension;
    }

    void offer(@Observes StartupEvent starting) {
        tools.add(
                "trend",
                "How lost deals move over time",
                "How a breakdown of lost deals moves over time, by bucket: deals lost and won, and for each key its share with its 95 % "
                        + "interval, its change since the bucket before, and its value. Counts primary reasons. A change may be chance: ask "
                        + "`signals` for what was tested. A quarter as interval makes a shorter answer.",
                Inputs.of(Breakdown.class, SpanQuery.class, MarketFilter.class),
                asked -> trends.read(
                        asked.read(Breakdown.class).dimension,
                        asked.read(SpanQuery.class),
                        asked.read(MarketFilter.class)));
    }
}
