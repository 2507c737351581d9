package dev.groundswell.field;

import dev.groundswell.release.FieldView;
import java.time.LocalDate;

/** A month or a quarter, from its first day to its last. */
record Period(LocalDate since, LocalDate until) {

    /** After its last day a period stays open for this long, so that what was said in it can still be taken back. */
    static final int GRACE_DAYS = 7;

    /** The first day on which it is sealed. */
    LocalDate sealedOn() {
        return until.plusDays(GRACE_DAYS + 1L);
    }

    /** Words are dated to the quarter at the finest. */
    boolean isQuarter() {
        return since.plusMonths(3).minusDays(1).equals(until);
    }

    String name() {
        return FieldView.name(since, until);
    }
}
