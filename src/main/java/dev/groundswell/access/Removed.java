package dev.groundswell.access;

import java.util.Map;
import java.util.TreeMap;

/** How much of a person was removed, by kind. */
public final class Removed {

    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * Counts what was removed just now.
     *
     * @param kind a word of the contract, such as {@code deals}
     */
    public void add(String kind, long count) {
        counts.merge(kind, count, Long::sum);
    }

    Map<String, Long> counts() {
        return counts;
    }
}
