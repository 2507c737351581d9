package dev.groundswell.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every seal, whoever said what. */
class SealTest {

    @Provide
    Arbitrary<List<Voice>> periods() {
        return RandomVoices.periods();
    }

    @Property(tries = 60)
    void whatIsBuiltByTheRulesPassesTheAudit(
            @ForAll("periods") List<Voice> period, @ForAll @IntRange(min = 3, max = 10) int k) {
        assertThat(seal(period, k)).isNotInstanceOf(Seal.Refused.class);
    }

    @Property(tries = 60)
    void everyNumberIsOfKPeople(@ForAll("periods") List<Voice> period, @ForAll @IntRange(min = 3, max = 10) int k) {
        var voices = new Voices(period);
        assertThat(told(period, k).flatMap(picture -> Told.figures(picture, voices, RandomVoices.terms(k)).stream()))
                .allSatisfy(number -> assertThat(voices.people(number.voices())).isGreaterThanOrEqualTo(k));
    }

    @Property(tries = 60)
    void noSumOrDifferenceOfNumbersIsOfFewer(
            @ForAll("periods") List<Voice> period, @ForAll @IntRange(min = 3, max = 10) int k, @ForAll Random random) {
        var voices = new Voices(period);
        told(period, k).forEach(picture -> {
            var sums = new ArrayList<BitSet>();
            Told.figures(picture, voices, RandomVoices.terms(k)).forEach(number -> sums.add(number.voices()));
            sums.add(voices.all());
            for (int attempt = 0; attempt < 20; attempt++) {
                var isolated = combination(sums, period.size(), random);
                assertThat(isolated.isEmpty() || voices.people(isolated) >= k).isTrue();
            }
        });
    }

    @Property(tries = 60)
    void theOrderOfVoicesDoesNotMatter(@ForAll("periods") List<Voice> period, @ForAll Random random) {
        var shuffled = new ArrayList<>(period);
        Collections.shuffle(shuffled, random);
        assertThat(told(shuffled, 5).map(SealTest::numbers).toList())
                .isEqualTo(told(period, 5).map(SealTest::numbers).toList());
    }

    @Property(tries = 60)
    void sharesOfSiblingsAreTheWhole(@ForAll("periods") List<Voice> period) {
        told(period, 5)
                .flatMap(picture -> Stream.concat(Stream.of(picture.slices()), picture.views().values().stream()))
                .filter(slices -> !slices.isEmpty() && slices.get(0).atLeast() == null)
                .forEach(slices -> assertThat(slices.stream()
                                .mapToDouble(slice -> slice.share() == null ? 0 : slice.share())
                                .sum())
                        .isBetween(1 - 0.006 * slices.size(), 1 + 0.006 * slices.size()));
    }

    @Property(tries = 60)
    void whoSaysMoreIsNotMore(@ForAll("periods") List<Voice> period) {
        var twice = new ArrayList<>(period);
        twice.addAll(period);
        assertThat(told(twice, 5).map(Picture::slices).toList())
                .isEqualTo(told(period, 5).map(Picture::slices).toList());
    }

    private static Seal seal(List<Voice> period, int k) {
        return Seal.of(period, RandomVoices.terms(k), new Random(1));
    }

    private static Stream<Picture> told(List<Voice> period, int k) {
        return seal(period, k) instanceof Seal.Told told
                ? Stream.of(told.picture().value())
                : Stream.of();
    }

    private static List<Object> numbers(Picture picture) {
        return List.of(picture.people(), picture.slices(), picture.views(), picture.quantiles());
    }

    /** The voices that a random sum of the numbers still depends on. */
    private static BitSet combination(List<BitSet> sums, int voices, Random random) {
        var left = new int[voices];
        for (var sum : sums) {
            int factor = random.nextInt(3) - 1;
            sum.stream().forEach(place -> left[place] += factor);
        }
        var isolated = new BitSet();
        for (int place = 0; place < voices; place++) {
            isolated.set(place, left[place] != 0);
        }
        return isolated;
    }
}
