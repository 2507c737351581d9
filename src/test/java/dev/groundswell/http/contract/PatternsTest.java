package dev.groundswell.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternsTest {

    @Test
    void whatHasToMatchAsAWholeIsAnchored() {
        assertThat(Patterns.portable("[a-z0-9][a-z0-9_-]*")).isEqualTo("^[a-z0-9][a-z0-9_-]*$");
        assertThat(Patterns.portable("^[A-Z]{3}$")).isEqualTo("^[A-Z]{3}$");
    }

    @Test
    void whatOnlyJavaReadsIsSaidInWordsThatEveryLanguageKnows() {
        assertThat(Patterns.portable("(?s).*\\S.*")).isEqualTo("^[\\s\\S]*\\S[\\s\\S]*$");
        assertThat(Patterns.portable("(?s).*[\\p{L}\\p{N}\\p{S}].*")).isEqualTo("^[\\s\\S]*\\S[\\s\\S]*$");
        assertThat(Patterns.portable("[^\\p{Cntrl}]+")).isEqualTo("^[^\\x00-\\x1f\\x7f]+$");
    }

    @Test
    void aTextThatIsNotBlankMayBeLong() {
        assertThat("HubSpot production").matches(Patterns.portable("\\S"));
        assertThat(" ").doesNotMatch(Patterns.portable("\\S"));
    }

    @Test
    void whateverTheServiceTakesAClientTakes() {
        var product = Patterns.portable("(?s).*[\\p{L}\\p{N}\\p{S}].*");

        assertThat("Größe 2\n€ ☂").matches(product);
    }
}
