package dev.groundswell.release;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What leadership answers to the field. The field is right unless proved otherwise: there is no way to write down a dispute
 * without its evidence.
 */
public sealed interface Answer {

    /** What was said, for the whole workspace to read. */
    String words();

    /** Heard, and thought about. */
    record Acknowledged(String words) implements Answer {}

    /** Somebody looks into it. */
    record Investigating(String words) implements Answer {}

    /** Something was changed. */
    record Acted(String words) implements Answer {}

    /** "We were wrong." */
    record Conceded(String words) implements Answer {}

    /** "We see it otherwise, and here is why." */
    record Disputed(String words, Evidence evidence) implements Answer {

        public Disputed {
            Objects.requireNonNull(evidence, "a dispute needs evidence");
        }
    }

    /**
     * What a dispute rests on.
     *
     * @param words what it is and what it shows
     * @param link where it can be read, or null
     */
    record Evidence(String words, @Nullable String link) {

        public Evidence {
            if (words.isBlank()) {
                throw new IllegalArgumentException("evidence says something");
            }
        }
    }

    /** The kinds as they are written down. */
    enum Kind {
        acknowledged,
        investigating,
        acted,
        conceded,
        disputed
    }

    /** Which kind this is. */
    default Kind kind() {
        if (this instanceof Acknowledged) {
            return Kind.acknowledged;
        }
        if (this instanceof Investigating) {
            return Kind.investigating;
        }
        if (this instanceof Acted) {
            return Kind.acted;
        }
        return this instanceof Conceded ? Kind.conceded : Kind.disputed;
    }
}
