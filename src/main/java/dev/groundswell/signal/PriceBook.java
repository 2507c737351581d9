package dev.groundswell.signal;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/** Price gaps of lost deals, by part of the market. Sellers stay in here. */
final class PriceBook {

    private final Window window;
    private final Map<Slice, Page> pages = new LinkedHashMap<>();

    PriceBook(Window window) {
        this.window = window;
    }

    /** The gaps of one part of the market, by seller and month. */
    static final class Page {

        private final Map<String, Map<YearMonth, DoubleStream.Builder>> writing = new HashMap<>();
        private final Map<String, Map<YearMonth, double[]>> gaps = new HashMap<>();

        private void add(String seller, YearMonth month, double gap) {
            writing.computeIfAbsent(seller, none -> new HashMap<>())
                    .computeIfAbsent(month, none -> DoubleStream.builder())
                    .add(gap);
        }

        /** Those of these months and sellers, the least first. */
        double[] sorted(List<YearMonth> months, Predicate<String> sellers) {
            close();
            return gaps.entrySet().stream()
                    .filter(seller -> sellers.test(seller.getKey()))
                    .flatMapToDouble(seller -> months.stream()
                            .map(month -> seller.getValue().getOrDefault(month, new double[0]))
                            .flatMapToDouble(DoubleStream::of))
                    .sorted()
                    .toArray();
        }

        /** How many each seller has in these months; those who have none are left out. */
        Map<String, Long> counts(List<YearMonth> months) {
            close();
            var counts = new HashMap<String, Long>();
            gaps.forEach((seller, own) -> {
                long count = months.stream()
                        .mapToLong(month -> own.getOrDefault(month, new double[0]).length)
                        .sum();
                if (count > 0) {
                    counts.put(seller, count);
                }
            });
            return counts;
        }

        /** What was written so far becomes readable; from then on nothing is added. */
        private void close() {
            writing.forEach((seller, months) -> {
                var own = new HashMap<YearMonth, double[]>();
                months.forEach(
                        (month, builder) -> own.put(month, builder.build().toArray()));
                gaps.put(seller, own);
            });
            writing.clear();
        }
    }

    void add(Slice slice, YearMonth month, String seller, double gap) {
        pages.computeIfAbsent(slice, none -> new Page()).add(seller, month, gap);
    }

    Window window() {
        return window;
    }

    Map<Slice, Page> pages() {
        return pages;
    }
}
