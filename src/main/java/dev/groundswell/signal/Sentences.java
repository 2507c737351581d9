package dev.groundswell.signal;

import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.ReasonGroup;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says a change as leaders read it. */
final class Sentences {

    private final Glossary glossary;

    Sentences(Glossary glossary) {
        this.glossary = glossary;
    }

    /** The change, with its numbers, and how broad it is. */
    String of(Signal.Name name, Found found, YearMonth period) {
        return "%s %s%s: %s.".formatted(share(name, found), months(found, period), before(found), same(name, found));
    }

    /** That it holds no more. */
    String cleared(Signal.Name name, YearMonth period) {
        return "%s%s: no longer a change in %s.".formatted(label(name.kind(), name.key()), where(name), month(period));
    }

    /** What the target is called. */
    String label(SignalKind kind, String key) {
        return switch (kind) {
            case reason -> {
                var id = glossary.reasonByCode(key);
                yield id == null ? key : glossary.reason(id).label();
            }
            case reason_group -> ReasonGroup.valueOf(key).label();
            case outcome -> capital(key.replace('_', ' '));
            case competitor -> value(Dimension.competitor, key);
            case price_gap -> "Price gap";
        };
    }

    /** The group of a reason, or the group itself; empty where it is about neither. */
    String group(SignalKind kind, String key) {
        return switch (kind) {
            case reason -> {
                var id = glossary.reasonByCode(key);
                yield id == null ? "" : glossary.reason(id).group().name();
            }
            case reason_group -> key;
            case outcome, competitor, price_gap -> "";
        };
    }

    /** What a part of the market is called. */
    String label(Slice slice) {
        return slice.coversAll() || slice.dimension().equals("source")
                ? slice.key()
                : value(Dimension.valueOf(slice.dimension()), slice.key());
    }

    private String share(Signal.Name name, Found found) {
        var label = label(name.kind(), name.key());
        var now = percent(found.now().value());
        var deals = (name.whole() == Whole.closed_deals ? "of all closed deals" : "of lost deals") + where(name);
        return switch (name.kind()) {
            case reason -> "“%s” was the reason in %s %s".formatted(label, now, deals);
            case reason_group -> "Reasons of the group “%s” were behind %s %s".formatted(label, now, deals);
            case outcome -> "%s %s ended as “%s”".formatted(now, deals, label);
            case competitor -> "%s was named in %s %s that name a competitor".formatted(label, now, deals);
            case price_gap ->
                "Half of the lost deals%s of which both prices are known were dearer than the competitor by %s or more"
                        .formatted(where(name), now);
        };
    }

    private static String months(Found found, YearMonth period) {
        return found.since().equals(period)
                ? "in " + month(period)
                : "from " + month(found.since()) + " to " + month(period);
    }

    private static String before(Found found) {
        return ", after %s in the %d months that it is compared with"
                .formatted(percent(found.before().value()), found.baseline().size());
    }

    /** What the pooled shares cannot say: how it is with the same sellers, and with how many of them. */
    private static String same(Signal.Name name, Found found) {
        var more = name.direction() == Direction.rise ? "more" : "fewer";
        return name.kind() == SignalKind.price_gap
                ? "and so with " + Breadth.of(found).words()
                : "%d points %s among the same sellers, and so with %s"
                        .formatted(
                                Math.round(100 * Math.abs(found.change())),
                                more,
                                Breadth.of(found).words());
    }

    private String where(Signal.Name name) {
        return name.slice().coversAll() ? "" : " (%s %s)".formatted(name.slice().dimension(), label(name.slice()));
    }

    private String value(Dimension dimension, String key) {
        var value = glossary.marketByKey(dimension, key);
        return value == null ? key : value.label();
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
