package dev.groundswell.listening;

import dev.groundswell.release.Given;
import dev.groundswell.release.SurfacedConcern;
import dev.groundswell.signal.Signals;
import java.time.LocalDate;
import java.util.List;

/** A signal, and what leadership answered so far, the first answer first. */
public record Answered(Signals.Known signal, List<Given> answers) {

    /** As long as for what the field says. */
    public LocalDate answerDue() {
        return signal.openedOn().plusDays(SurfacedConcern.DUE_DAYS);
    }

    /** True where it was opened or cleared by the end of this day. */
    boolean movedBy(LocalDate day) {
        var cleared = signal.clearedOn();
        return !signal.openedOn().isAfter(day) || (cleared != null && !cleared.isAfter(day));
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
