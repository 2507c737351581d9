package dev.groundswell.catalog;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two texts are, by the groups of three letters that they share. The definition is that of PostgreSQL's
 * pg_trgm (PostgreSQL documentation, appendix F.33): each word is padded with two spaces before and one behind; the
 * similarity is the number of shared trigrams over the number of all, from 0 to 1.
 */
public final class Trigrams {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Trigrams() {}

    public static double similarity(String one, String other) {
        var left = of(one);
        var right = of(other);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        var all = new HashSet<>(left);
        all.addAll(right);
        left.retainAll(right);
        return (double) left.size() / all.size();
    }

    static Set<String> of(String text) {
        var trigrams = new HashSet<String>();
        for (var word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), 0)) {
            if (!word.isEmpty()) {
                var padded = "  " + word + " ";
                for (int i = 0; i + 3 <= padded.length(); i++) {
                    trigrams.add(padded.substring(i, i + 3));
                }
            }
        }
        return trigrams;
    }
}
