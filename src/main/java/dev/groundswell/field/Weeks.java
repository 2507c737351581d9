package dev.groundswell.field;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Nothing that is confided is dated more precisely than to its week. */
final class Weeks {

    private Weeks() {}

    /** The Monday on or before a day. */
    static LocalDate of(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
