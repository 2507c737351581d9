package dev.groundswell.signal;

import dev.groundswell.statistics.TwoByTwo;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Deals of one part of the market, by month and seller: how many there were, and in how many of them each target was named.
 * Sellers stay in here: they are the strata of the tests, and no more than counts of them come out.
 */
final class Book {

    /** Of sellers with few deals: as many more as if they had heard what all hear. */
    private static final double DRAWN = 20;

    private final List<YearMonth> months;
    private final Counts all;
    private final Map<Target, Counts> named = new HashMap<>();
    private final Counts none;
    private final long[] read;
    private final long[] unread;

    Book(List<YearMonth> months) {
        this.months = months;
        this.all = new Counts(months.size());
        this.none = new Counts(months.size());
        this.read = new long[months.size()];
        this.unread = new long[months.size()];
    }

    /**
     * Deals of one seller in which these targets were named.
     *
     * @param seller by the numbers of {@link Sellers}; deals of nobody say nothing about the same sellers
     * @param month its place among the months
     */
    void add(int seller, int month, Collection<Target> targets, long deals) {
        read[month] += deals;
        all.add(seller, month, deals);
        for (var target : targets) {
            named.computeIfAbsent(target, first -> new Counts(months.size())).add(seller, month, deals);
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
        return Arrays.stream(places(among)).filter(month -> read[month] > 0).count();
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
        return named(target).of(places(among));
    }

    /** The deals of each known seller, these months against those, with and without the target. */
    List<TwoByTwo> strata(Target target, Collection<YearMonth> these, Collection<YearMonth> those) {
        var own = named(target);
        var now = places(these);
        var before = places(those);
        return known().mapToObj(seller -> new TwoByTwo(
                        own.of(seller, now),
                        all.of(seller, now) - own.of(seller, now),
                        own.of(seller, before),
                        all.of(seller, before) - own.of(seller, before)))
                .toList();
    }

    /** Known sellers with deals in both. */
    long sellersInBoth(Collection<YearMonth> these, Collection<YearMonth> those) {
        var now = places(these);
        var before = places(those);
        return known().filter(seller -> all.of(seller, now) > 0 && all.of(seller, before) > 0)
                .count();
    }

    /**
     * What share of a month's deals is to be expected to name it, if each seller hears it as often as in the reference.
     * Sellers with few deals there are drawn towards what all hear.
     */
    double expectedShare(Target target, YearMonth month, Collection<YearMonth> reference) {
        double common = (double) naming(target, reference) / deals(reference);
        var naming = named(target);
        var now = places(List.of(month));
        var before = places(reference);
        double expected = 0;
        for (int seller = 0; seller < all.sellers(); seller++) {
            long deals = all.of(seller, now);
            if (deals > 0) {
                double own = (naming.of(seller, before) + DRAWN * common) / (all.of(seller, before) + DRAWN);
                expected += deals * own;
            }
        }
        long deals = deals(List.of(month));
        return deals == 0 ? common : expected / deals;
    }

    /** All sellers but nobody. */
    private IntStream known() {
        return IntStream.range(Sellers.NOBODY + 1, all.sellers());
    }

    private Counts named(Target target) {
        return named.getOrDefault(target, none);
    }

    private long sum(long[] counts, Collection<YearMonth> among) {
        return Arrays.stream(places(among)).mapToLong(month -> counts[month]).sum();
    }

    private int[] places(Collection<YearMonth> among) {
        return among.stream()
                .mapToInt(months::indexOf)
                .filter(place -> place >= 0)
                .toArray();
    }
}
