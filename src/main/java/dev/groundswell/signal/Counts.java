package dev.groundswell.signal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Deals by seller and month. A seller without any takes no room. */
final class Counts {

    private final int months;
    private long @Nullable [][] bySeller = {};

    Counts(int months) {
        this.months = months;
    }

    void add(int seller, int month, long deals) {
        if (seller >= bySeller.length) {
            bySeller = Arrays.copyOf(bySeller, Math.max(seller + 1, 2 * bySeller.length));
        }
        var counts = bySeller[seller];
        if (counts == null) {
            counts = new long[months];
            bySeller[seller] = counts;
        }
        counts[month] += deals;
    }

    /** One more than the largest number of a seller, at least. */
    int sellers() {
        return bySeller.length;
    }

    /** Of one seller, in these months; 0 of one who is not in here. */
    long of(int seller, int[] months) {
        var counts = seller < bySeller.length ? bySeller[seller] : null;
        return counts == null ? 0 : sum(counts, months);
    }

    /** Of all of them. */
    long of(int[] months) {
        long sum = 0;
        for (var counts : bySeller) {
            sum += counts == null ? 0 : sum(counts, months);
        }
        return sum;
    }

    private static long sum(long[] counts, int[] months) {
        long sum = 0;
        for (int month : months) {
            sum += counts[month];
        }
        return sum;
    }
}
