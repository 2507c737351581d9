package dev.groundswell.signal;

import dev.groundswell.statistics.TwoByTwo;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deals of one part of the market, by month and seller: how many there were, and in how many of them each target was named.
 * Sellers stay in here: they are the strata of the tests, and no more than counts of them come out.
 */
final class Book {

    /** Of sellers with few deals: as many more as if they had heard what all hear. */
    private static final double DRAWN = 20;

    private static final String NOBODY = "";

    private final List<YearMonth> months;
    private final Map<String, long[]> all = new HashMap<>();
    private final Map<Target, Map<String, long[]>> named = new HashMap<>();
    private final long[] read;
    private final long[] unread;

    Book(List<YearMonth> months) {
        this.months = months;
        this.read = new long[months.size()];
        this.unread = new long[months.size()];
    }

    /**
     * Deals of one seller in which these targets were named.
     *
     * @param seller null where nobody knows: such deals say nothing about the same sellers
     * @param month its place among the months
     */
    void add(@Nullable String seller, int month, Collection<Target> targets, long deals) {
        var known = seller == null ? NOBODY : seller;
        read[month] += deals;
        counts(all, known)[month] += deals;
        for (var target : targets) {
            counts(named.computeIfAbsent(target, none -> new HashMap<>()), known)[month] += deals;
        }
    }

    /** A deal of which cannot be said what it named: nobody told it, no alias knows it, or it is no news. */
    void addUnread(int month) {
        unread[month]++;
    }

    Set<Target> targets() {
        return named.keySet();
    }

    /** In how many of these months any deal is counted. */
    long months(Collection<YearMonth> among) {
        return among.stream().filter(month -> sum(read, List.of(month)) > 0).count();
    }

    /** Of all deals in these months, the part that cannot be read; 0 where there are none. */
    double unreadShare(Collection<YearMonth> among) {
        long without = sum(unread, among);
        long with = sum(read, among);
        return with + without == 0 ? 0 : (double) without / (with + without);
    }

    /** Deals that can be read, whosoever. */
    long deals(Collection<YearMonth> among) {
        return sum(read, among);
    }

    /** In how many of them this was named. */
    long naming(Target target, Collection<YearMonth> among) {
        var places = places(among);
        return named.getOrDefault(target, Map.of()).values().stream()
                .mapToLong(each -> sum(each, places))
                .sum();
    }

    /** The deals of each known seller, these months against those, with and without the target. */
    List<TwoByTwo> strata(Target target, Collection<YearMonth> these, Collection<YearMonth> those) {
        var naming = named.getOrDefault(target, Map.of());
        var none = new long[months.size()];
        var nows = places(these);
        var befores = places(those);
        var strata = new ArrayList<TwoByTwo>();
        all.forEach((seller, deals) -> {
            if (!seller.equals(NOBODY)) {
                var own = naming.getOrDefault(seller, none);
                long now = sum(own, nows);
                long before = sum(own, befores);
                strata.add(new TwoByTwo(now, sum(deals, nows) - now, before, sum(deals, befores) - before));
            }
        });
        return strata;
    }

    /** Known sellers with deals in both. */
    long sellersInBoth(Collection<YearMonth> these, Collection<YearMonth> those) {
        return all.entrySet().stream()
                .filter(seller -> !seller.getKey().equals(NOBODY))
                .filter(seller -> sum(seller.getValue(), these) > 0 && sum(seller.getValue(), those) > 0)
                .count();
    }

    /**
     * What share of a month's deals is to be expected to name it, if each seller hears it as often as in the reference.
     * Sellers with few deals there are drawn towards what all hear.
     */
    double expectedShare(Target target, YearMonth month, Collection<YearMonth> reference) {
        double common = (double) naming(target, reference) / deals(reference);
        var naming = named.getOrDefault(target, Map.of());
        var none = new long[months.size()];
        var places = places(reference);
        int here = months.indexOf(month);
        double expected = 0;
        for (var seller : all.entrySet()) {
            long deals = seller.getValue()[here];
            if (deals > 0) {
                double own = (sum(naming.getOrDefault(seller.getKey(), none), places) + DRAWN * common)
                        / (sum(seller.getValue(), places) + DRAWN);
                expected += deals * own;
            }
        }
        long deals = deals(List.of(month));
        return deals == 0 ? common : expected / deals;
    }

    private long[] counts(Map<String, long[]> bySeller, String seller) {
        return bySeller.computeIfAbsent(seller, none -> new long[months.size()]);
    }

    private long sum(long[] counts, Collection<YearMonth> among) {
        return sum(counts, places(among));
    }

    private static long sum(long[] counts, int[] places) {
        long sum = 0;
        for (int place : places) {
            sum += counts[place];
        }
        return sum;
    }

    /** Months that are none of this book's are left out. */
    private int[] places(Collection<YearMonth> among) {
        return among.stream()
                .mapToInt(months::indexOf)
                .filter(place -> place >= 0)
                .toArray();
    }
}
