package dev.groundswell.signal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Price gaps of one part of the market, each with its month and seller: in millions, so without an object for each. */
final class Gaps {

    private static final int ROOM = 16;

    private double[] values = new double[ROOM];
    private int[] months = new int[ROOM];
    private int[] sellers = new int[ROOM];
    private int size;

    void add(int month, int seller, double gap) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            months = Arrays.copyOf(months, 2 * size);
            sellers = Arrays.copyOf(sellers, 2 * size);
        }
        values[size] = gap;
        months[size] = month;
        sellers[size++] = seller;
    }

    /** Those of some months. */
    Gaps among(IntPredicate places) {
        var among = new Gaps();
        for (int i = 0; i < size; i++) {
            if (places.test(months[i])) {
                among.add(months[i], sellers[i], values[i]);
            }
        }
        return among;
    }

    /** All, the least first. */
    double[] sorted() {
        var sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Those of each known seller, the least first. */
    Map<Integer, double[]> sortedBySeller() {
        var bySeller = new HashMap<Integer, Gaps>();
        for (int i = 0; i < size; i++) {
            if (sellers[i] != Sellers.NOBODY) {
                bySeller.computeIfAbsent(sellers[i], none -> new Gaps()).add(months[i], sellers[i], values[i]);
            }
        }
        var sorted = new HashMap<Integer, double[]>();
        bySeller.forEach((seller, gaps) -> sorted.put(seller, gaps.sorted()));
        return sorted;
    }
}
