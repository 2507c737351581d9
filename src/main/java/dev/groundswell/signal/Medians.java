package dev.groundswell.signal;

import java.util.Arrays;
import java.util.Collection;

/** Medians of values of which the least comes first. */
final class Medians {

    private Medians() {}

    /** All values of several, the least first. */
    static double[] merged(Collection<double[]> several) {
        return several.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** 0 where there are none. */
    static double of(double[] sorted) {
        return without(sorted, new double[0]);
    }

    /**
     * Of all but some, without sorting the others anew: each of those that lies at or before the middle moves it by one.
     *
     * @param some of the values, the least first
     */
    static double without(double[] sorted, double[] some) {
        int left = sorted.length - some.length;
        if (left == 0) {
            return 0;
        }
        double upper = sorted[place(sorted, some, left / 2)];
        return left % 2 == 1 ? upper : (sorted[place(sorted, some, left / 2 - 1)] + upper) / 2;
    }

    /** Where among all values the one of this rank among the others stands. */
    private static int place(double[] sorted, double[] some, int rank) {
        int place = rank;
        int alike = 0;
        for (int i = 0; i < some.length; i++) {
            alike = i > 0 && some[i] == some[i - 1] ? alike + 1 : 0;
            if (first(sorted, some[i]) + alike > place) {
                break;
            }
            place++;
        }
        return place;
    }

    /** Where the first of these values stands, however many are alike. */
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
