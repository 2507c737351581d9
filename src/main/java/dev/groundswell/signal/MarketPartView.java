package dev.groundswell.signal;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "MarketPart",
        description = "A part of the market: the deals of one key of a dimension",
        requiredProperties = {"dimension", "key", "label"})
public record MarketPartView(
        @Schema(
                description = "product, segment, region, competitor or source; clients must accept unknown values",
                examples = "region")
        @Size(max = 20)
        String dimension,

        @Schema(description = "What filters take", examples = "emea") @Size(max = 200)
        String key,

        @Schema(examples = "EMEA") @Size(max = 200) String label) {

    static @Nullable MarketPartView of(Slice slice, Sentences words) {
        return slice.coversAll() ? null : new MarketPartView(slice.dimension(), slice.key(), words.label(slice));
    }

    /** Of a signal; null where it is about the whole market. */
    public static @Nullable MarketPartView of(Signals.Known signal) {
        return signal.dimension().isEmpty()
                ? null
                : new MarketPartView(signal.dimension(), signal.slice(), signal.sliceLabel());
    }
}
