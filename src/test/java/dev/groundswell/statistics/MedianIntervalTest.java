package dev.groundswell.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {

    /** Whole numbers out of the 13^13 resamples of thirteen values: how many have their middle at this rank or below. */
    @Test
    void isExactForThirteenValues() {
        var resamples = BigInteger.valueOf(13).pow(13);
        for (int rank = 1; rank <= 13; rank++) {
            var atMost = BigInteger.ZERO;
            var chosen = BigInteger.ONE;
            for (int below = 0; below <= 13; below++) {
                var ways = chosen.multiply(BigInteger.valueOf(rank).pow(below))
                        .multiply(BigInteger.valueOf(13L - rank).pow(13 - below));
                atMost = below >= 7 ? atMost.add(ways) : atMost;
                chosen = chosen.multiply(BigInteger.valueOf(13L - below)).divide(BigInteger.valueOf(below + 1L));
            }
            assertThat(MedianInterval.isAtMost(rank, 7, 13))
                    .isCloseTo(atMost.doubleValue() / resamples.doubleValue(), offset(1e-12));
        }
        // 1.6 % lie at rank 3 or below, 7.1 % at rank 4 or below
        assertThat(MedianInterval.of(13)).isEqualTo(new MedianInterval(4, 10));
    }

    /** All 5^5 resamples of five values and all 6^6 of six, one by one. */
    @Test
    void isWhatAllResamplesComeTo() {
        for (int values : new int[] {5, 6}) {
            int resamples = (int) Math.pow(values, values);
            var lower = new int[values + 1];
            var upper = new int[values + 1];
            for (int resample = 0; resample < resamples; resample++) {
                var drawn = new int[values];
                for (int i = 0, rest = resample; i < values; i++, rest /= values) {
                    drawn[i] = rest % values + 1;
                }
                Arrays.sort(drawn);
                lower[drawn[(values + 1) / 2 - 1]]++;
                upper[drawn[values / 2]]++;
            }
            int atMostLower = 0;
            int atMostUpper = 0;
            for (int rank = 1; rank <= values; rank++) {
                atMostLower += lower[rank];
                atMostUpper += upper[rank];
                assertThat(MedianInterval.isAtMost(rank, (values + 1) / 2, values))
                        .isCloseTo((double) atMostLower / resamples, offset(1e-12));
                assertThat(MedianInterval.isAtMost(rank, values / 2 + 1, values))
                        .isCloseTo((double) atMostUpper / resamples, offset(1e-12));
            }
        }
    }

    @Test
    void isWhereASimulatedBootstrapComesTo() {
        var dice = new Random(1979);
        for (int values : new int[] {7, 21, 101}) {
            var medians = new int[20_001];
            for (int i = 0; i < medians.length; i++) {
                var drawn = dice.ints(values, 1, values + 1).sorted().toArray();
                medians[i] = drawn[values / 2];
            }
            Arrays.sort(medians);
            var interval = MedianInterval.of(values);
            assertThat((double) medians[500]).isCloseTo(interval.low(), offset(1.0));
            assertThat((double) medians[19_500]).isCloseTo(interval.high(), offset(1.0));
        }
    }

    @Property
    void liesAroundTheMedianEvenlyAndIsMadeOfRanks(@ForAll @IntRange(min = 6, max = 100_000) int values) {
        var interval = MedianInterval.of(values);
        assertThat(interval.low()).isBetween(1, (values + 1) / 2);
        assertThat(interval.high()).isEqualTo(values + 1 - interval.low());
    }

    @Test
    void isMadeInNoTimeForTenMillionValues() {
        // for many values the ranks are half of them, less and more 0.98 times the root
        assertThat((double) MedianInterval.of(10_000_000).low()).isCloseTo(5_000_000 - 0.98 * 3162.28, offset(5.0));
    }
}
