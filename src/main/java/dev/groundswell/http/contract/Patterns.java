package dev.groundswell.http.contract;

/**
 * Patterns as the contract tells them. The service's own are of Java and have to match the whole text; those of a document are
 * searched for, and clients check them with what their language has: no flags and no classes of Unicode, which Python and
 * JavaScript read otherwise or not at all.
 */
final class Patterns {

    private static final String ANYTHING = "[\\s\\S]*";

    private static final String LETTERS_AND_SIGNS = "[\\p{L}\\p{N}\\p{S}]";

    /** What {@code @NotBlank} becomes: the only one that is searched for here, too. */
    private static final String NOT_BLANK = "\\S";

    private Patterns() {}

    /** A pattern that takes whatever this one takes, in words that every client knows; it may take more. */
    static String portable(String pattern) {
        if (pattern.startsWith("^") && pattern.endsWith("$")) {
            return pattern;
        }
        if (pattern.equals(NOT_BLANK)) {
            return "^" + ANYTHING + NOT_BLANK + ANYTHING + "$";
        }
        return "^"
                + pattern.replace("(?s)", "")
                        .replace(".*", ANYTHING)
                        .replace(LETTERS_AND_SIGNS, NOT_BLANK)
                        .replace("\\p{Cntrl}", "\\x00-\\x1f\\x7f")
                + "$";
    }
}
