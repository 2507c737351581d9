package dev.groundswell.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

class FoldingTest {

    @Example
    void spellingsOfOneNameAreOne() {
        assertThat(Folding.fold("GTX Pro")).isEqualTo(Folding.fold("GTXPro")).isEqualTo(Folding.fold("gtx-pro"));
        assertThat(Folding.fold("Preis zu hoch!")).isEqualTo(Folding.fold("  preis  ZU hoch"));
        assertThat(Folding.fold("Prix trop élevé")).isEqualTo(Folding.fold("PRIX TROP ELEVE"));
        assertThat(Folding.fold("Größe")).isEqualTo(Folding.fold("GROSSE"));
        assertThat(Folding.fold("İstanbul")).isEqualTo(Folding.fold("istanbul"));
    }

    @Example
    void symbolsCount() {
        assertThat(Folding.fold("C++")).isNotEqualTo(Folding.fold("C"));
    }

    @Example
    void aSlugIsFitForUrls() {
        assertThat(Folding.slug("Mid-Market (EU)")).isEqualTo("mid-market-eu");
        assertThat(Folding.slug("+++")).startsWith("x-");
        assertThat(Folding.distinctSlug("C++")).startsWith("c-").isNotEqualTo(Folding.distinctSlug("C"));
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        assertThat(Folding.fold(Folding.fold(text))).isEqualTo(Folding.fold(text));
    }

    @Property
    void caseSpacingAndPunctuationDoNotMatter(
            @ForAll @AlphaChars @NotEmpty String word, @ForAll @AlphaChars String other) {
        assertThat(Folding.fold(word.toUpperCase(Locale.ROOT) + " - " + other + "!"))
                .isEqualTo(Folding.fold(word.toLowerCase(Locale.ROOT) + other));
    }

    @Property
    void aSlugIsNeverEmptyAndHoldsNoSlash(@ForAll @NotEmpty String text) {
        assertThat(Folding.slug(text)).isNotEmpty().doesNotContain("/", " ", "?", "#", "%");
    }
}
