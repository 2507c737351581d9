package dev.groundswell.deal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How long a bucket is. A week begins on Monday (ISO 8601)")
public enum Interval {
    day,
    week,
    month,
    quarter,
    year;

    /** The first day of the bucket that holds this day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case day -> day;
            case week -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case month -> day.withDayOfMonth(1);
            case quarter -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case year -> day.withDayOfYear(1);
        };
    }

    public LocalDate next(LocalDate start) {
        return switch (this) {
            case day -> start.plusDays(1);
            case week -> start.plusWeeks(1);
            case month -> start.plusMonths(1);
            case quarter -> start.plusMonths(3);
            case year -> start.plusYears(1);
        };
    }
}
