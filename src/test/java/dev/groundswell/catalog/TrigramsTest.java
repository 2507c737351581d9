package dev.groundswell.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrigramsTest {

    /** The example of PostgreSQL's documentation of show_trgm. */
    @Test
    void aWordIsPaddedAsInPostgres() {
        assertThat(Trigrams.of("word")).containsExactlyInAnyOrder("  w", " wo", "wor", "ord", "rd ");
    }

    /** The example of PostgreSQL's documentation of similarity: word and two words share 4 of 11 trigrams. */
    @Test
    void similarityIsTheShareOfTrigramsInCommon() {
        assertThat(Trigrams.similarity("word", "two words")).isCloseTo(0.36363637, within(1e-7));
        assertThat(Trigrams.similarity("price", "Price")).isEqualTo(1);
        assertThat(Trigrams.similarity("price", "")).isZero();
    }
}
