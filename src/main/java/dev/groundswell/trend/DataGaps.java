package dev.groundswell.trend;

import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the open plane does not know of the deals that were lost lately. */
@ApplicationScoped
public class DataGaps {

    private final TrendReader reader;
    private final Standings standings;

    DataGaps(TrendReader reader, Standings standings) {
        this.reader = reader;
        this.standings = standings;
    }

    /**
     * Lost deals, and those of which something is not known.
     *
     * @param unmapped their primary reason is a text that no alias knows
     * @param unknown they have no reason
     * @param needsEnrichment their source has not told their closing date, or a currency
     */
    public record Gaps(long lost, long unmapped, long unknown, long needsEnrichment) {

        private static Gaps of(List<BucketView> buckets) {
            return new Gaps(
                    sum(buckets, BucketView::lost),
                    sum(buckets, BucketView::unmapped),
                    sum(buckets, BucketView::unknown),
                    sum(buckets, BucketView::needsEnrichment));
        }

        private static long sum(List<BucketView> buckets, ToLongFunction<BucketView> count) {
            return buckets.stream().mapToLong(count).sum();
        }
    }

    /** Over the deals that were lost between two days, both inclusive. */
    public Gaps between(LocalDate since, LocalDate until) {
        var everything = new MarketFilter.Ids(null, null, null, null, null);
        return Gaps.of(reader.buckets(
                new TrendQuestion(TrendDimension.reasons, Interval.year, since, until, everything),
                standings.now().counted()));
    }
}
