package dev.groundswell.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Makes one spelling of many: case, accents, punctuation and spacing do not matter. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER_DIGIT_SYMBOL = Pattern.compile("[^\\p{L}\\p{N}\\p{S}]+");
    private static final Pattern NOT_IN_A_SLUG = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /** Two texts that fold to the same are the same; symbols count, so that C++ is not C. */
    public static String fold(String text) {
        return NO_LETTER_DIGIT_SYMBOL.matcher(plain(text)).replaceAll("");
    }

    /** A key for URLs: words in lower case, joined by hyphens. */
    public static String slug(String text) {
        var slug = NOT_IN_A_SLUG.matcher(plain(text)).replaceAll("-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "x-" + digest(text) : slug;
    }

    /** A key that differs from the plain slug's, for texts that fold differently but would share it. */
    static String distinctSlug(String text) {
        return slug(text) + "-" + digest(fold(text));
    }

    private static String plain(String text) {
        // twice, because the lower case of a composed letter can bring a mark of its own
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var unmarked =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return unmarked.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d");
    }

    private static String digest(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
