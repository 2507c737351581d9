package dev.groundswell.field;

import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Folding;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.disclosure.Voice;
import dev.groundswell.http.Money;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a voice of an account: what it falls under in the catalog of the day, and the ratios of its prices. */
final class ReportVoice {

    static final String GROUP = "reason_group";
    static final String REASON = "reason";
    static final String PRICE_GAP = "price_gap";
    static final String DISCOUNT_NEEDED = "discount_needed";

    /** A quote and a price this far apart are a slip of the pen. */
    private static final double MOST = 10;

    private final Glossary glossary;

    ReportVoice(Glossary glossary) {
        this.glossary = glossary;
    }

    Voice of(byte[] reporter, Account account, boolean mayQuote) {
        return new Voice(
                HexFormat.of().formatHex(reporter),
                says(account),
                account.prices() == null ? Map.of() : ratios(account.prices()),
                mayQuote ? account.quote() : null);
    }

    /** Parted by the primary reason alone. */
    private Map<String, String> says(Account account) {
        var says = new HashMap<String, String>();
        var id = glossary.reasonByCode(account.reasons().get(0).code());
        if (id != null) {
            var reason = glossary.reason(glossary.canonicalReason(id));
            says.put(REASON, reason.code());
            says.put(GROUP, reason.group().name());
        }
        put(says, Dimension.product, account.product());
        put(says, Dimension.segment, account.segment());
        put(says, Dimension.region, account.region());
        put(says, Dimension.competitor, account.competitor());
        return says;
    }

    /** By key where the catalog knows it; else as a key that it would get. Nothing is added to the catalog from here. */
    private void put(Map<String, String> says, Dimension dimension, @Nullable String text) {
        if (text != null) {
            var id = glossary.marketValue(dimension, text);
            says.put(
                    dimension.name(),
                    id == null
                            ? Folding.slug(text)
                            : glossary.marketValue(glossary.canonicalMarketValue(id))
                                    .key());
        }
    }

    private static Map<String, Double> ratios(Account.Prices prices) {
        var ratios = new HashMap<String, Double>();
        put(ratios, PRICE_GAP, prices.quoted(), prices.competitor(), 1);
        put(ratios, DISCOUNT_NEEDED, prices.quoted(), prices.wouldHaveWon(), -1);
        if (!ratios.containsKey(DISCOUNT_NEEDED)) {
            put(ratios, DISCOUNT_NEEDED, prices.quoted(), prices.competitor(), -1);
        }
        return ratios;
    }

    /** At 1 how much dearer we were, of theirs; at -1 how much less it takes, of ours. Two currencies are never compared. */
    private static void put(
            Map<String, Double> ratios, String name, @Nullable Money ours, @Nullable Money other, int direction) {
        if (ours == null || other == null || !ours.currency().equals(other.currency())) {
            return;
        }
        double own = ours.toDecimal().doubleValue();
        double theirs = other.toDecimal().doubleValue();
        double whole = direction > 0 ? theirs : own;
        if (whole > 0 && Math.abs(own - theirs) / whole <= MOST) {
            ratios.put(name, (own - theirs) / whole);
        }
    }
}
