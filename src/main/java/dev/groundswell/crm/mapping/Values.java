package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings values into the bounds that deals have; CRMs have none. */
final class Values {

    private static final int NAME = 200;
    private static final int REASON = 500;
    private static final int REASON_NOTE = 2000;
    private static final int NOTE = 4000;
    private static final int REASONS = 5;
    private static final int COMPETITORS = 10;

    private Values() {}

    static JsonNode name(String text) {
        return TextNode.valueOf(cut(text.strip(), NAME));
    }

    static JsonNode note(String text) {
        return TextNode.valueOf(cut(text.strip(), NOTE));
    }

    /** The first is the primary one. What is too long for a reason is its note, whole. */
    static JsonNode reasons(List<String> texts) {
        var reasons = JsonNodeFactory.instance.arrayNode();
        for (var text : texts.subList(0, Math.min(texts.size(), REASONS))) {
            var reason = reasons.addObject().put("text", cut(text.strip(), REASON));
            if (text.strip().length() > REASON) {
                reason.put("note", cut(text.strip(), REASON_NOTE));
            }
        }
        return reasons;
    }

    static JsonNode competitors(List<String> texts) {
        var names = JsonNodeFactory.instance.arrayNode();
        texts.stream()
                .map(text -> cut(text.strip(), NAME))
                .filter(Values::isName)
                .distinct()
                .limit(COMPETITORS)
                .forEach(names::add);
        return names;
    }

    /** True where there is something to call it by. */
    static boolean isName(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Null where it is no amount that a deal can have. */
    static @Nullable String amount(BigDecimal number) {
        var amount = number.setScale(Math.min(Math.max(number.scale(), 0), 4), RoundingMode.HALF_UP);
        return amount.signum() < 0 || amount.precision() - amount.scale() > 15 ? null : amount.toPlainString();
    }

    /** Null where it is no currency. */
    static @Nullable String currency(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(code))
                ? code
                : null;
    }

    /** Without what the store cannot keep, and not in the middle of a character. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
