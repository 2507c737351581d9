package dev.groundswell.release;

import java.time.LocalDate;

/**
 * An answer that was given.
 *
 * @param thanks true where it thanks the field for speaking
 */
public record Given(long id, Answer answer, boolean thanks, LocalDate on) {

    static Given of(Response response) {
        return new Given(response.id, response.answer(), response.thanks, response.givenOn);
    }
}
