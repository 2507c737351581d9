package dev.groundswell.signal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Price gaps of lost deals, by part of the market. Sellers stay in here. */
final class PriceBook {

    /** One deal's. */
    record Gap(YearMonth month, @Nullable String seller, double gap) {}

    private final Window window;
    private final Map<Slice, List<Gap>> gaps = new LinkedHashMap<>();

    PriceBook(Window window) {
        this.window = window;
    }

    void add(Slice slice, YearMonth month, @Nullable String seller, double gap) {
        gaps.computeIfAbsent(slice, none -> new ArrayList<>()).add(new Gap(month, seller, gap));
    }

    Window window() {
        return window;
    }

    Map<Slice, List<Gap>> gaps() {
        return gaps;
    }
}
