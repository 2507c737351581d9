package dev.groundswell.listening;

import dev.groundswell.pricing.PriceClaims;
import dev.groundswell.release.Verdict;
import dev.groundswell.statistics.Share;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the open records say to a claim. */
@Schema(
        name = "OpenRecords",
        description =
                "What the open records say to it. Where they know nothing, or too little, it is `unmeasured` and stands",
        requiredProperties = {"verdict", "sentence"})
record Check(
        Verdict verdict,

        @Schema(
                description = "With the counts that it rests on",
                examples =
                        "Of 64 losses of the last 180 days that cite price and of which both prices are known, we were dearer in 51.")
        @Size(max = 2000)
        String sentence,

        @Schema(description = "Losses that cite price; for claims about price only") @Nullable
        Prices prices) {

    /** Fewer say nothing. */
    static final int LEAST = 20;

    private static final double HALF = 0.5;

    @Schema(
            name = "CitedPrices",
            description = "Lost deals that cite price as a reason, held against their prices",
            requiredProperties = {"dearer", "not_dearer", "unmeasured"})
    record Prices(
            @Schema(description = "We were dearer than the competitor", examples = "51", minimum = "0")
            long dearer,

            @Schema(description = "We were as cheap, or cheaper", examples = "13", minimum = "0")
            long notDearer,

            @Schema(description = "Not both prices are known in one currency", examples = "40", minimum = "0")
            long unmeasured) {}

    static Check supported(String sentence) {
        return new Check(Verdict.supported, sentence, null);
    }

    static Check contradicted(String sentence) {
        return new Check(Verdict.contradicted, sentence, null);
    }

    static Check unmeasured(String sentence) {
        return new Check(Verdict.unmeasured, sentence, null);
    }

    /** Supported where we were dearer in half of them or more; contradicted where it is plain that we were not. */
    static Check ofPrices(PriceClaims.Checked checked, int days) {
        var prices = new Prices(checked.supported(), checked.contradicted(), checked.unmeasured());
        long measured = prices.dearer() + prices.notDearer();
        var sentence = String.format(
                Locale.ROOT,
                "Of %d losses of the last %d days that cite price and of which both prices are known, we were dearer in %d.",
                measured,
                days,
                prices.dearer());
        return new Check(verdict(prices.dearer(), measured), sentence, prices);
    }

    private static Verdict verdict(long dearer, long measured) {
        if (measured < LEAST) {
            return Verdict.unmeasured;
        }
        var share = Share.of(dearer, measured);
        if (share.value() >= HALF) {
            return Verdict.supported;
        }
        return share.high() < HALF ? Verdict.contradicted : Verdict.unmeasured;
    }
}
