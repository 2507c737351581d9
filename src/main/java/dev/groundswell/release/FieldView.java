package dev.groundswell.release;

import dev.groundswell.disclosure.Picture;
import java.time.LocalDate;

/**
 * What the field said in a period.
 *
 * @param since the first day on which it was said
 * @param until the last one
 */
public record FieldView(long id, LocalDate since, LocalDate until, LocalDate releasedOn, Picture picture) {

    /** What the period is called. */
    public String period() {
        return name(since, until);
    }

    /** A month, a quarter, or from one month to another where periods were joined. */
    public static String name(LocalDate since, LocalDate until) {
        if (since.plusMonths(1).equals(until.plusDays(1))) {
            return since.getYear() + monthOf(since);
        }
        boolean isQuarter = since.plusMonths(3).equals(until.plusDays(1)) && since.getMonthValue() % 3 == 1;
        return isQuarter
                ? since.getYear() + "-Q" + (since.getMonthValue() + 2) / 3
                : since.getYear() + monthOf(since) + "/" + until.getYear() + monthOf(until);
    }

    private static String monthOf(LocalDate day) {
        return "-%02d".formatted(day.getMonthValue());
    }
}
