package dev.groundswell.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All that can be had from sums by adding and subtracting them: the space that their rows span, brought into its reduced
 * echelon form over a prime field, where a row that stands for few voices shows.
 */
final class RowSpace {

    private static final long PRIME = 2_147_483_647L;

    private RowSpace() {}

    /** The voices that each reduced row still speaks of. */
    static List<BitSet> reduced(List<BitSet> sums, int voices) {
        var rows = new ArrayList<long[]>();
        sums.forEach(sum -> rows.add(row(sum, voices)));
        int done = 0;
        for (int column = 0; column < voices && done < rows.size(); column++) {
            int pivot = pivot(rows, done, column);
            if (pivot >= 0) {
                var row = rows.remove(pivot);
                rows.add(done, row);
                scale(row, inverse(row[column]));
                for (int other = 0; other < rows.size(); other++) {
                    if (other != done) {
                        subtract(rows.get(other), row, rows.get(other)[column]);
                    }
                }
                done++;
            }
        }
        return rows.subList(0, done).stream().map(RowSpace::support).toList();
    }

    private static long[] row(BitSet sum, int voices) {
        var row = new long[voices];
        sum.stream().forEach(place -> row[place] = 1);
        return row;
    }

    private static int pivot(List<long[]> rows, int from, int column) {
        for (int row = from; row < rows.size(); row++) {
            if (rows.get(row)[column] != 0) {
                return row;
            }
        }
        return -1;
    }

    private static void scale(long[] row, long factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * factor % PRIME;
        }
    }

    private static void subtract(long[] row, long[] other, long factor) {
        if (factor == 0) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.floorMod(row[i] - factor * other[i] % PRIME, PRIME);
        }
    }

    /** By Fermat: a to the power of p - 2. */
    private static long inverse(long value) {
        long power = value;
        long inverse = 1;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                inverse = inverse * power % PRIME;
            }
            power = power * power % PRIME;
        }
        return inverse;
    }

    private static BitSet support(long[] row) {
        var support = new BitSet();
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                support.set(i);
            }
        }
        return support;
    }
}
