package dev.groundswell.http;

/** Cells of tables that people open in spreadsheets. */
public final class CsvCells {

    private CsvCells() {}

    /** A text that a spreadsheet would take for a formula is quoted: texts come from outside. */
    public static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
