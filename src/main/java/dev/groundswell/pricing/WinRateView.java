package dev.groundswell.pricing;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PriceWinRate",
        description = "How often we win, by how dear we are",
        requiredProperties = {"won", "lost", "left_out", "bins"})
record WinRateView(
        @Schema(description = "How many of the won deals carry our price and the best rival's in one currency")
        CountedShare won,

        @Schema(
                description =
                        "How many of the lost deals do, without invalid duplicates and deals that we disqualified. Where this is far from the share "
                                + "of the won, the win rates below lean to one side")
        CountedShare lost,

        @Schema(
                description = "Deals that are left out, because their source did not tell its wins completely yet",
                examples = "0",
                minimum = "0")
        long leftOut,

        @Schema(description = "By how dear we were, the cheapest first") @Size(max = 20)
        List<Bin> bins) {

    @Schema(
            name = "PriceIndexBin",
            description = "Deals whose price lay about as far from the best rival's",
            requiredProperties = "win_rate")
    record Bin(
            @Schema(
                    description = "Our price as a part of the best rival's is this or more; absent in the first bin",
                    examples = "0.95",
                    minimum = "0")
            @Nullable
            Double atLeast,

            @Schema(description = "It is less than this; absent in the last bin", examples = "1", minimum = "0")
            @Nullable
            Double below,

            @Schema(description = "won / (won + lost)") CountedShare winRate) {

        static Bin of(WinRates.Bin bin) {
            return new Bin(number(bin.from()), number(bin.to()), CountedShare.of(bin.won(), bin.won() + bin.lost()));
        }

        private static @Nullable Double number(@Nullable BigDecimal edge) {
            return edge == null ? null : edge.doubleValue();
        }
    }

    static WinRateView of(WinRates rates) {
        return new WinRateView(
                CountedShare.of(rates.priced(true), rates.told(true)),
                CountedShare.of(rates.priced(false), rates.told(false)),
                rates.leftOut(),
                rates.bins().stream().map(Bin::of).toList());
    }
}
