package dev.groundswell.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every statistic equals the worked examples that others have published, to six digits where these have so many. */
class PublishedExamplesTest {

    private static final Offset<Double> SIX_DIGITS = within(5e-7);

    /** Agresti, Categorical Data Analysis (1990), p. 231: penicillin for rabbits. R's mantelhaen.test: 3.9286, p = 0.04747. */
    @Test
    void mantelHaenszelOfRabbits() {
        var rabbits = MantelHaenszel.of(List.of(
                new TwoByTwo(0, 6, 0, 5),
                new TwoByTwo(3, 3, 0, 6),
                new TwoByTwo(6, 0, 2, 4),
                new TwoByTwo(5, 1, 6, 0),
                new TwoByTwo(2, 0, 5, 0)));
        assertThat(rabbits.chiSquared()).isEqualTo(3.928571, SIX_DIGITS);
        assertThat(2 * rabbits.greater()).isEqualTo(0.047472, SIX_DIGITS);
        assertThat(rabbits.oddsRatio()).isEqualTo(7, SIX_DIGITS);
        assertThat(rabbits.strata()).isEqualTo(3);
    }

    /** Bickel, Hammel and O'Connell (1975): admissions to Berkeley by department. R's mantelhaen.test: 1.4269, p = 0.2323, 0.9046968. */
    @Test
    void mantelHaenszelOfAdmissions() {
        var admissions = MantelHaenszel.of(List.of(
                new TwoByTwo(512, 313, 89, 19),
                new TwoByTwo(353, 207, 17, 8),
                new TwoByTwo(120, 205, 202, 391),
                new TwoByTwo(138, 279, 131, 244),
                new TwoByTwo(53, 138, 94, 299),
                new TwoByTwo(22, 351, 24, 317)));
        assertThat(admissions.chiSquared()).isEqualTo(1.426946, SIX_DIGITS);
        assertThat(2 * admissions.less()).isEqualTo(0.232263, SIX_DIGITS);
        assertThat(admissions.oddsRatio()).isEqualTo(0.904697, SIX_DIGITS);
    }

    /** Fisher, The Design of Experiments (1935): the lady tasting tea. 17/70. */
    @Test
    void fisherOfTea() {
        var tea = FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(new int[][] {{3, 1}, {1, 3}});
        assertThat(tea.getPValue()).isEqualTo(0.242857, SIX_DIGITS);
    }

    /** Fisher, Statistical Methods for Research Workers (1970 edition): convictions of twins. R's fisher.test: p = 0.0004652. */
    @Test
    void fisherOfTwins() {
        var twins = FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.LESS_THAN)
                .test(new int[][] {{2, 15}, {10, 3}});
        assertThat(twins.getPValue()).isEqualTo(0.000465, SIX_DIGITS);
    }

    /** Benjamini and Hochberg (1995), section 3.3: of fifteen comparisons four count at a rate of 0.05. */
    @Test
    void falseDiscoveriesOfThrombolysis() {
        var values = new double[] {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };
        assertThat(Arrays.stream(FalseDiscoveries.adjusted(values)).filter(each -> each <= 0.05))
                .hasSize(4);
        assertThat(FalseDiscoveries.adjusted(values))
                .usingComparatorWithPrecision(5e-7)
                .containsExactly(
                        0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182,
                        0.714875, 0.753231, 0.813214, 1.0);
    }

    /** Steiner and others (2000), p. 446: scores of heart patients of little and of much risk; printed to two or three digits. */
    @Test
    void cusumOfHeartSurgery() {
        double little = 1 / (1 + Math.exp(3.68));
        double much = 1 / (1 + Math.exp(3.68 - 0.077 * 50));
        assertThat(Cusum.score(false, little, 2)).isEqualTo(-0.024305, SIX_DIGITS);
        assertThat(Cusum.score(true, little, 2)).isEqualTo(0.668843, SIX_DIGITS);
        assertThat(Cusum.score(false, much, 2)).isEqualTo(-0.433338, SIX_DIGITS);
        assertThat(Cusum.score(true, much, 2)).isEqualTo(0.259809, SIX_DIGITS);
        assertThat(Cusum.score(true, little, 0.5)).isEqualTo(-0.680770, SIX_DIGITS);
    }

    /** Newcombe, Statistics in Medicine 17 (1998), p. 873, method 10: 56 of 70 less 48 of 80 is 0.0524 to 0.3339. */
    @Test
    void differenceOfNewcombe() {
        var difference = ShareDifference.of(Share.of(56, 70), Share.of(48, 80));
        assertThat(difference.value()).isEqualTo(0.2, SIX_DIGITS);
        assertThat(difference.low()).isEqualTo(0.0524, within(5e-5));
        assertThat(difference.high()).isEqualTo(0.3339, within(5e-5));
    }

    /** Wilson (1927), in Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 is 0.2553 to 0.3662. */
    @Test
    void wilsonOfNewcombe() {
        var share = Share.of(81, 263);
        assertThat(share.low()).isEqualTo(0.2553, within(5e-5));
        assertThat(share.high()).isEqualTo(0.3662, within(5e-5));
    }
}
