package dev.groundswell.release;

import dev.groundswell.disclosure.Surfaced;
import java.time.LocalDate;
import java.util.List;

/**
 * A concern that has surfaced, and what leadership answered so far, the first answer first.
 *
 * @param surfacedOn the day; of a batch for the week
 */
public record SurfacedConcern(long id, LocalDate surfacedOn, Surfaced concern, List<Given> answers) {

    /** The days within which leadership owes an answer. */
    public static final int DUE_DAYS = 14;

    public LocalDate answerDue() {
        return surfacedOn.plusDays(DUE_DAYS);
    }

    /** What nobody has answered in time stands: the field is right unless proved otherwise. */
    public boolean stands(LocalDate today) {
        return answers.isEmpty() && today.isAfter(answerDue());
    }
}
