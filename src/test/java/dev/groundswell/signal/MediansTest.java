package dev.groundswell.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MediansTest {

    /** Few different values, so that many are alike. */
    @Test
    void leaving_some_out_is_what_sorting_the_others_comes_to() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            var values =
                    random.doubles(1 + i % 9).map(each -> Math.floor(each * 5)).toArray();
            var isLeftOut = IntStream.range(0, values.length)
                    .mapToObj(each -> random.nextBoolean())
                    .toList();
            var some = sorted(values, place -> isLeftOut.get(place));
            var others = sorted(values, place -> !isLeftOut.get(place));
            assertThat(Medians.without(sorted(values, place -> true), some)).isEqualTo(median(others));
        }
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(double[] values, IntPredicate places) {
        return IntStream.range(0, values.length)
                .filter(places)
                .mapToDouble(place -> values[place])
                .sorted()
                .toArray();
    }
}
