package dev.groundswell.signal;

import java.util.Arrays;

/** Deals by seller and month. A seller without any takes hardly any room. */
final class Counts {

    private static final long[] NONE = {};

    private final int months;
    private long[][] bySeller = {};

    Counts(int months) {
        this.months = months;
    }

    void add(int seller, int month, long deals) {
        if (seller >= bySeller.length) {
            int before = bySeller.length;
            bySeller = Arrays.copyOf(bySeller, Math.max(seller + 1, 2 * before));
            Arrays.fill(bySeller, before, bySeller.length, NONE);
        }
        if (bySeller[seller] == NONE) {
            bySeller[seller] = new long[months];
        }
        bySeller[seller][month] += deals;
    }

    /** One more than the largest number of a seller, at least. */
    int sellers() {
        return bySeller.length;
    }

    /** Of one seller, in these months; 0 of one who is not in here. */
    long of(int seller, int[] months) {
        return seller < bySeller.length ? sum(bySeller[seller], months) : 0;
    }

    /** Of all of them. */
    long of(int[] months) {
        long sum = 0;
        for (var counts : bySeller) {
            sum += sum(counts, months);
        }
        return sum;
    }

    private static long sum(long[] counts, int[] months) {
        long sum = 0;
        if (counts != NONE) {
            for (int month : months) {
                sum += counts[month];
            }
        }
        return sum;
    }
}
