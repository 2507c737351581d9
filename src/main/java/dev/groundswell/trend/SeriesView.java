package dev.groundswell.trend;

import dev.groundswell.catalog.Converted;
import dev.groundswell.http.Money;
import dev.groundswell.statistics.Share;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "TrendSeries",
        description = "One key in one bucket",
        requiredProperties = {"key", "label", "lost", "value"})
record SeriesView(
        @Schema(description = "What filters take", examples = "price_level") @Size(max = 200)
        String key,

        @Schema(examples = "Price level") @Size(max = 200) String label,

        @Schema(description = "Lost deals, without invalid duplicates", examples = "17", minimum = "0")
        long lost,

        @Schema(
                description = "Its part of the bucket's lost deals, 0 to 1; absent in a bucket without losses",
                examples = "0.415",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double share,

        @Schema(
                description = "Lower end of the share's Wilson 95 % interval",
                examples = "0.278",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double shareLow,

        @Schema(
                description = "Upper end of the share's Wilson 95 % interval",
                examples = "0.566",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double shareHigh,

        @Schema(
                description = "The share less the share in the bucket before; absent where one of them is",
                examples = "0.031",
                minimum = "-1",
                maximum = "1")
        @Nullable
        Double change,

        @Schema(description = "Won deals; for products, segments and regions only", examples = "25", minimum = "0")
        @Nullable
        Long won,

        @Schema(
                description =
                        "won / (won + lost) without duplicates and deals that we disqualified; for products, segments and regions "
                                + "only, and absent where wins are not told completely",
                examples = "0.594",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double winRate,

        @Schema(
                description = "Lower end of the win rate's Wilson 95 % interval",
                examples = "0.4449",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double winRateLow,

        @Schema(
                description = "Upper end of the win rate's Wilson 95 % interval",
                examples = "0.7296",
                minimum = "0",
                maximum = "1")
        @Nullable
        Double winRateHigh,

        @Schema(description = "What the lost deals were worth, as far as it is known, in each currency")
        @Size(max = 200)
        List<Money> value,

        @Schema(
                description =
                        "The same as one sum, at the rates of the bucket's last day; absent where the workspace gives none")
        @Nullable
        Converted converted) {

    static SeriesView of(
            Key key,
            Tally tally,
            long lostInBucket,
            @Nullable Double shareBefore,
            boolean hasWins,
            boolean winsComplete,
            @Nullable Converted converted) {
        var share = lostInBucket == 0 ? null : Share.of(tally.lost(), lostInBucket);
        var winRate = hasWins && winsComplete ? tally.winRate() : null;
        return new SeriesView(
                key.key(),
                key.label(),
                tally.lost(),
                share == null ? null : share.value(),
                share == null ? null : share.low(),
                share == null ? null : share.high(),
                share == null || shareBefore == null ? null : share.value() - shareBefore,
                hasWins ? tally.won() : null,
                winRate == null ? null : winRate.value(),
                winRate == null ? null : winRate.low(),
                winRate == null ? null : winRate.high(),
                BucketView.money(tally),
                converted);
    }
}
