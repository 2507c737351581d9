package dev.groundswell.trend;

import dev.groundswell.trend.rollup.FirstCounting;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From what a workspace's trends are read, and how far it is where that is about to change. */
@Schema(
        name = "TrendCounts",
        requiredProperties = {"read_from"})
record CountsView(
        @Schema(
                description =
                        "From the deals themselves, or from counts kept per day and month. The answers are the same. "
                                + "Clients must accept unknown values")
        From readFrom,

        @Schema(description = "The first counting of a workspace that has grown; absent where none is under way")
        @Nullable
        First counting) {

    /** What is read. */
    @Schema(name = "TrendSource")
    enum From {
        deals,
        counts
    }

    /** A first counting that is under way. */
    @Schema(
            name = "FirstCounting",
            requiredProperties = {"begun_at", "deals", "counted", "share"})
    record First(
            Instant begunAt,

            @Schema(description = "Closed deals when it began", minimum = "0", examples = "1000000")
            long deals,

            @Schema(description = "Those of them that are counted", minimum = "0", examples = "250000")
            long counted,

            @Schema(description = "The second of the first, at most 1", minimum = "0", maximum = "1", examples = "0.25")
            double share) {

        /** Deals that came meanwhile are counted, too: never more than there were. */
        static First of(FirstCounting.Progress progress) {
            var deals = progress.deals();
            var counted = Math.min(progress.counted(), deals);
            return new First(progress.begunAt(), deals, counted, deals == 0 ? 1 : (double) counted / deals);
        }
    }

    static CountsView of(boolean ready, Optional<FirstCounting.Progress> first) {
        return new CountsView(
                ready ? From.counts : From.deals, first.map(First::of).orElse(null));
    }
}
