package dev.groundswell.listening;

import dev.groundswell.release.Given;
import dev.groundswell.release.SurfacedConcern;
import dev.groundswell.signal.Signals;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signal, and what leadership answered so far, the first answer first. */
public record Answered(Signals.Known signal, List<Given> answers) {

    /** As long as for what the field says. */
    public LocalDate answerDue() {
        return signal.openedOn().plusDays(SurfacedConcern.DUE_DAYS);
    }

    /** True where it was opened or cleared in these days, both inclusive. */
    boolean movedIn(LocalDate since, LocalDate until) {
        return isIn(signal.openedOn(), since, until) || isIn(signal.clearedOn(), since, until);
    }

    /** True where it had been cleared by the end of this day. */
    public boolean isClearedBy(LocalDate day) {
        return isIn(signal.clearedOn(), LocalDate.MIN, day);
    }

    private static boolean isIn(@Nullable LocalDate day, LocalDate since, LocalDate until) {
        return day != null && !day.isBefore(since) && !day.isAfter(until);
    }

    /** True where nobody has answered in time. */
    public boolean isOverdue(LocalDate today) {
        return isDue() && today.isAfter(answerDue());
    }

    /** True where leadership owes an answer: what has cleared by itself needs none. */
    public boolean isDue() {
        return signal.isOpen() && answers.isEmpty();
    }
}
