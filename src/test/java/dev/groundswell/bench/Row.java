package dev.groundswell.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param goal what is to be reached, in words
 * @param reached the figure
 * @param noise between which figures the runs lay
 * @param holds whether the goal is reached
 * @param detail what stands behind the figure
 */
record Row(String what, String goal, double reached, String noise, boolean holds, String detail) {

    /** A ratio that has to be so much, or more. */
    static Row atLeast(String what, double goal, Pairs pairs, String detail) {
        return new Row(what, ">= " + number(goal), pairs.ratio(), pairs.noise(), pairs.ratio() >= goal, detail);
    }

    static Row atMost(String what, double goal, double reached, String noise, String detail) {
        return new Row(what, "<= " + number(goal), reached, noise, reached <= goal, detail);
    }

    String line() {
        return "| " + what + " | " + goal + " | " + number(reached) + " | " + noise + " | "
                + (holds ? "yes" : "**falls short**") + " | " + detail + " |";
    }

    static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
