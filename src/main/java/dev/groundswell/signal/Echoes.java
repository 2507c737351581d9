package dev.groundswell.signal;

import dev.groundswell.catalog.Glossary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One change is told once. A part of the market echoes the whole of it, closed deals echo lost ones, and a group of reasons
 * echoes the reason that moves it; of a change in the whole market is told in which parts it shows by itself.
 */
final class Echoes {

    private final Glossary glossary;

    Echoes(Glossary glossary) {
        this.glossary = glossary;
    }

    /** @param open signals that have been told, whose echoes are no news */
    Map<Signal.Name, Found> silenced(Map<Signal.Name, Found> changes, Set<Signal.Name> open) {
        var sounding = new HashSet<>(changes.keySet());
        sounding.addAll(open);
        var told = new LinkedHashMap<Signal.Name, Found>();
        changes.forEach((name, found) -> {
            if (sounding.stream().noneMatch(other -> echoes(name, other))) {
                var parts = new ArrayList<Slice>();
                changes.keySet().stream()
                        .filter(part -> isPartOf(part, name))
                        .map(Signal.Name::slice)
                        .forEach(parts::add);
                told.put(name, found.in(parts));
            }
        });
        return told;
    }

    private boolean echoes(Signal.Name name, Signal.Name other) {
        boolean isWider = name.direction() == other.direction()
                && (other.slice().equals(name.slice()) || other.slice().coversAll())
                && (other.whole() == name.whole() || other.whole() == Whole.lost_deals);
        return isWider && !name.equals(other) && (isOfTheSame(name, other) || isGroupOf(name, other));
    }

    private static boolean isOfTheSame(Signal.Name name, Signal.Name other) {
        return name.kind() == other.kind() && name.key().equals(other.key());
    }

    private static boolean isPartOf(Signal.Name part, Signal.Name of) {
        return !part.slice().coversAll() && part.in(Slice.WHOLE).equals(of);
    }

    private boolean isGroupOf(Signal.Name name, Signal.Name other) {
        if (name.kind() != SignalKind.reason_group || other.kind() != SignalKind.reason) {
            return false;
        }
        var reason = glossary.reasonByCode(other.key());
        return reason != null && glossary.reason(reason).group().name().equals(name.key());
    }
}
