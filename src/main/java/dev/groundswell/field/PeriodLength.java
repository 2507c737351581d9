package dev.groundswell.field;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How long what is said is gathered before it is sealed")
public enum PeriodLength {
    month(1),
    quarter(3);

    private final int months;

    PeriodLength(int months) {
        this.months = months;
    }

    /** The period that holds a day. */
    Period of(LocalDate day) {
        var since = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % months);
        return new Period(since, since.plusMonths(months).minusDays(1));
    }
}
