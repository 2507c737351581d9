package dev.groundswell.field;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rep of a made-up company says, as only the test knows it.
 *
 * @param says by view: reason_group, reason, product, region
 * @param priceGap of the prices that are sent with it, or null
 * @param quote a note that may be quoted, or null
 */
record Said(
        int rep,
        LocalDate on,
        Map<String, String> says,
        @Nullable Double priceGap,
        @Nullable String quote) {

    String account() {
        var prices = priceGap == null ? "" : """
                , "prices": {"quoted": {"amount": "%.2f", "currency": "EUR"}, "competitor": {"amount": "1000.00", "currency": "EUR"}}""".formatted(1000 * (1 + priceGap));
        var note = quote == null ? "" : ", \"quotable\": true, \"warned\": true, \"note\": \"%s\"".formatted(quote);
        return """
                {"reasons": [{"code": "%s"}], "product": "%s", "region": "%s"%s%s}""".formatted(says.get("reason"), says.get("product"), says.get("region"), prices, note);
    }
}
