package dev.groundswell.trend;

import dev.groundswell.trend.rollup.FirstCounting;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "TrendCounts",
        description = "From what a workspace's trends are read, and how far it is where that is about to change",
        requiredProperties = {"read_from"})
record CountsView(
        @Schema(description = "The answers are the same") From readFrom,

        @Schema(description = "The first counting of a workspace that has grown; absent where none is under way")
        @Nullable
        First counting) {

    @Schema(name = "TrendSource", description = "What trends are read from: the deals themselves, or counts of them")
    enum From {
        deals,
        counts
    }

    @Schema(
            name = "FirstCounting",
            description = "A first counting that is under way",
            requiredProperties = {"begun_at", "deals", "counted", "share"})
    record First(
            @Schema(description = "When it began") Instant begunAt,

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
