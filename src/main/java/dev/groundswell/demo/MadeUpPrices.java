package dev.groundswell.demo;

import dev.groundswell.demo.MadeUpDeal.Amount;
import dev.groundswell.demo.MadeUpDeal.Prices;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The price points of made-up deals; as in life, most deals have none. */
final class MadeUpPrices {

    private MadeUpPrices() {}

    static @Nullable Prices of(
            double value, String currency, boolean won, boolean competed, boolean pressure, Dice dice) {
        if (!dice.chance(competed ? 0.5 : 0.2)) {
            return null;
        }
        Amount list = amount(value * dice.between(1.02, 1.2), currency);
        Amount quoted = amount(value, currency);
        if (!competed) {
            return new Prices(list, quoted, null, null, asked(value, currency, dice));
        }
        if (won) {
            // dearer than the rival, and won all the same, is rarer than the other way round
            var rival = amount(value * dice.between(0.94, 1.25), currency);
            return new Prices(list, quoted, rival, null, asked(value, currency, dice));
        }
        double theirs = value * (pressure ? dice.between(0.66, 0.8) : dice.between(0.84, 1.02));
        Amount wouldHaveWon = dice.chance(0.4) ? amount(theirs * dice.between(0.98, 1.06), currency) : null;
        return new Prices(list, quoted, amount(theirs, currency), wouldHaveWon, asked(value, currency, dice));
    }

    /** Rounded as prices are. */
    static Amount amount(double value, String currency) {
        long rounded = Math.max(100, Math.round(value / 100) * 100);
        return new Amount(BigDecimal.valueOf(rounded).setScale(2).toPlainString(), currency);
    }

    private static @Nullable Amount asked(double value, String currency, Dice dice) {
        return dice.chance(0.3) ? amount(value * dice.between(0.05, 0.2), currency) : null;
    }
}
