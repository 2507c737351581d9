package dev.groundswell.signal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Price gaps of lost deals, by part of the market. Sellers stay in here. */
final class PriceBook {

    private final Map<Slice, Gaps> gaps = new LinkedHashMap<>();

    /**
     * One deal's.
     *
     * @param month its place among the months
     * @param seller by the numbers of {@link Sellers}
     */
    void add(Slice slice, int month, int seller, double gap) {
        gaps.computeIfAbsent(slice, none -> new Gaps()).add(month, seller, gap);
    }

    Map<Slice, Gaps> gaps() {
        return gaps;
    }
}
