package dev.groundswell.release;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concern that has surfaced, and what leadership answered so far, the first answer first.
 *
 * @param people that so many stand behind it, or more; null where its author alone let it surface
 */
public record SurfacedConcern(
        long id,
        LocalDate surfacedOn,
        Topic topic,
        String words,
        @Nullable Integer people,
        List<Given> answers) {

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
