package dev.groundswell.field;

import dev.groundswell.http.Problem;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Warns of what in a text could tell who wrote it: names, amounts, addresses, numbers of deals. A warning, no promise: a
 * colleague may know a person by a turn of phrase.
 */
final class Identifying {

    private record Trace(String what, Pattern pattern) {}

    private static final List<Trace> TRACES = List.of(
            new Trace("an address", Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+|https?://\\S+|www\\.\\S+")),
            new Trace(
                    "an amount",
                    Pattern.compile(
                            "(?:[$€£¥]|\\b[A-Z]{3})\\s?\\d[\\d.,' ]*(?:k|m|mio)?\\b"
                                    + "|\\b\\d[\\d.,' ]*\\s?(?i:[$€£¥]|(?:k|m|mio)?\\s?(?:eur|usd|gbp|chf|euros?|dollars?|pounds?|francs?)\\b)")),
            new Trace("a long number", Pattern.compile("\\b\\p{N}{4,}\\b|\\b[\\p{L}]+-?\\p{N}{3,}\\b")),
            new Trace("a date", Pattern.compile("\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b")),
            // two words in capitals in a row, the first of which begins no sentence; or a form of address
            new Trace(
                    "a name",
                    Pattern.compile(
                            "(?<=[\\p{Ll}\\p{N},;:)] )\\p{Lu}\\p{Ll}+(?: (?:von|van|de|du|la|der)){0,2} \\p{Lu}\\p{Ll}+"
                                    + "|\\b(?:Mr|Mrs|Ms|Dr|Herr|Frau|Mme|M)\\.? \\p{Lu}\\p{L}+")),
            new Trace("a name", Pattern.compile("(?:^|[.!?] )\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+")),
            new Trace(
                    "a company",
                    Pattern.compile(
                            "\\p{Lu}[\\p{L}&-]+ (?:GmbH|AG|SE|Ltd|Inc|LLC|Corp|PLC|S\\.?A\\.?|BV|NV|AB|Oy|KG)\\b")));

    private Identifying() {}

    /** Refuses a text that holds any of it. */
    static void refuse(String pointer, String text) {
        var places = places(pointer, text);
        if (!places.isEmpty()) {
            throw ProblemException.of(ProblemType.invalid, places);
        }
    }

    /** What the text holds, in words that repeat none of it. Empty where nothing was noticed. */
    static List<Problem.Place> places(String pointer, String text) {
        var places = new ArrayList<Problem.Place>();
        for (var trace : TRACES) {
            var matcher = trace.pattern().matcher(text);
            if (matcher.find()) {
                places.add(new Problem.Place(
                        pointer,
                        "could tell who you are: " + trace.what() + " at character " + (matcher.start() + 1)
                                + "; change it, or send `warned` to have it read as it is"));
            }
        }
        return places;
    }
}
