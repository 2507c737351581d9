package dev.groundswell.field;

import dev.groundswell.http.ProblemException;
import java.util.UUID;

/** Ids of what is confided: random, so that they tell neither order nor number. */
final class RandomIds {

    private RandomIds() {}

    /** What is no id names nothing. */
    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw ProblemException.notFound();
        }
    }
}
