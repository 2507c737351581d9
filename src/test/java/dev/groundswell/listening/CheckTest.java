package dev.groundswell.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.pricing.PriceClaims;
import dev.groundswell.release.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A claim about price, held against the prices. */
class CheckTest {

    @ParameterizedTest
    @CsvSource({
        "51, 13, supported",
        "10, 10, supported",
        "9, 11, unmeasured",
        "2, 30, contradicted",
        "19, 0, unmeasured",
        "0, 19, unmeasured"
    })
    void itIsContradictedOnlyWhereThatIsPlain(long dearer, long notDearer, Verdict verdict) {
        var check = Check.ofPrices(new PriceClaims.Checked(dearer, notDearer, 40, 0.1), 180);
        assertThat(check.verdict()).isEqualTo(verdict);
    }

    @Test
    void itSaysWhatItRestsOn() {
        assertThat(Check.ofPrices(new PriceClaims.Checked(51, 13, 40, 0.1), 180).sentence())
                .isEqualTo(
                        "Of 64 losses of the last 180 days that cite price and of which both prices are known, we were dearer in 51.");
    }
}
