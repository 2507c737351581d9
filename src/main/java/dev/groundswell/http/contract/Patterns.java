package dev.groundswell.http.contract;

/**
 * Says the patterns of Java as JSON Schema does, in the part of the language that every reader of it shares: Java means the
 * whole text, JSON Schema any part of it, and letters of all scripts have no name that all languages know.
 */
final class Patterns {

    private static final String NOT_BLANK = "\\S";

    private Patterns() {}

    static String portable(String java) {
        boolean manyLines = java.startsWith("(?s)");
        var pattern = manyLines ? java.substring("(?s)".length()) : java;
        if (manyLines && pattern.startsWith(".*") && pattern.endsWith(".*")) {
            var held = pattern.substring(2, pattern.length() - 2);
            // looser than what is checked, which its description and the problem say
            return held.contains("\\p{") ? NOT_BLANK : held;
        }
        if (manyLines) {
            pattern = pattern.replace(".*", "[\\s\\S]*");
        }
        pattern = pattern.replace("\\p{Cntrl}", "\\x00-\\x1f\\x7f");
        boolean whole = pattern.equals(NOT_BLANK) || pattern.startsWith("^");
        return whole ? pattern : "^" + pattern + "$";
    }
}
