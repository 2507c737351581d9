package dev.groundswell.bench;

import java.util.Arrays;

/** How long each took. */
final class Latencies {

    private long[] nanos = new long[100_000];
    private int count;

    void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = took;
    }

    Figures figures(double seconds) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Figures(count / seconds, at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
