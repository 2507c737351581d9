package dev.groundswell.mcp;

import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.SpanQuery;
import dev.groundswell.pricing.Breakdown;
import dev.groundswell.pricing.CurveQuery;
import dev.groundswell.pricing.PricingResource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What prices have to do with losses. */
@ApplicationScoped
class PricingTools {

    private static final Inputs FIGURES = Inputs.of(SpanQuery.class, MarketFilter.class, Breakdown.class);
    private static final Inputs CURVES = Inputs.of(CurveQuery.class, MarketFilter.class, Breakdown.class);

    private final Tools tools;
    private final PricingResource pricing;

    PricingTools(Tools tools, PricingResource pricing) {
        this.tools = tools;
        this.pricing = pricing;
    }

    void offer(@Observes StartupEvent starting) {
        tools.add(
                "price_gaps",
                "How dear we were where we lost",
                "(ours - theirs) / theirs of lost deals whose two prices are known in one currency: the median, its interval, and from how "
                        + "many deals it comes.",
                FIGURES,
                asked -> pricing.gaps(
                        asked.read(SpanQuery.class), asked.read(MarketFilter.class), asked.read(Breakdown.class)));
        tools.add(
                "price_claims",
                "Do prices bear out that the price was a reason",
                "Of lost deals that cite price as a reason: in how many we were dearer, were not, or do not know. What the field says stands: "
                        + "a price may be too high for what it buys, and cheaper than another.",
                FIGURES,
                asked -> pricing.claims(
                        asked.read(SpanQuery.class), asked.read(MarketFilter.class), asked.read(Breakdown.class)));
        tools.add(
                "price_recovery",
                "What discounts would have won back",
                "Of lost deals whose prices are known, what part needed no more than each discount. At most so many would have been won: a "
                        + "price is not the only reason.",
                CURVES,
                asked -> pricing.recovery(
                        asked.read(CurveQuery.class), asked.read(MarketFilter.class), asked.read(Breakdown.class)));
        tools.add(
                "price_win_rate",
                "How often we win, by how dear we are",
                "won / (won + lost) of deals whose two prices are known in one currency, by the gap between them.",
                CURVES,
                asked -> pricing.winRate(
                        asked.read(CurveQuery.class), asked.read(MarketFilter.class), asked.read(Breakdown.class)));
    }
}
