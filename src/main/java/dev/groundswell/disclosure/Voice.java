package dev.groundswell.disclosure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person said once.
 *
 * @param speaker a pseudonym: the same for everything that the person said
 * @param says what it falls under, by the name of a view ({@code reason_group} is {@code price}); absent is not known
 * @param measures ratios that came with it, by name ({@code price_gap} is 0.17)
 * @param quote words that the speaker lets be quoted, or null
 */
public record Voice(
        String speaker,
        Map<String, String> says,
        Map<String, Double> measures,
        @Nullable String quote) {

    /** One that falls under something, and brings neither measures nor words. */
    public static Voice of(String speaker, Map<String, String> says) {
        return new Voice(speaker, says, Map.of(), null);
    }

    /** Pseudonyms and confidences are never printed. */
    @Override
    public String toString() {
        return "Voice";
    }
}
