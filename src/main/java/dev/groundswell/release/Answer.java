package dev.groundswell.release;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What leadership answers to the field. The field is right unless proved otherwise: there is no way to write down a dispute
 * without its evidence.
 */
public sealed interface Answer {

    /** What was said, for the whole workspace to read. */
    String words();

    /** Which kind this is. */
    Kind kind();

    /** Heard, and thought about. */
    record Acknowledged(String words) implements Answer {

        @Override
        public Kind kind() {
            return Kind.acknowledged;
        }
    }

    /** Somebody looks into it. */
    record Investigating(String words) implements Answer {

        @Override
        public Kind kind() {
            return Kind.investigating;
        }
    }

    /** Something was changed. */
    record Acted(String words) implements Answer {

        @Override
        public Kind kind() {
            return Kind.acted;
        }
    }

    /** "We were wrong." */
    record Conceded(String words) implements Answer {

        @Override
        public Kind kind() {
            return Kind.conceded;
        }
    }

    /** "We see it otherwise, and here is why." */
    record Disputed(String words, Evidence evidence) implements Answer {

        public Disputed {
            Objects.requireNonNull(evidence, "a dispute needs evidence");
        }

        @Override
        public Kind kind() {
            return Kind.disputed;
        }
    }

    /**
     * What a dispute rests on.
     *
     * @param words what it is and what it shows
     * @param link where it can be read, or null
     * @param claim what it says of the market, held against the open records; null where it says nothing that they know
     */
    record Evidence(
            String words, @Nullable String link, @Nullable CheckedClaim claim) {

        public Evidence {
            if (words.isBlank()) {
                throw new IllegalArgumentException("evidence says something");
            }
        }
    }

    @Schema(
            name = "ResponseKind",
            description =
                    "`acknowledged`, `investigating`; `acted`: something was changed; `conceded`: \"we were wrong\"; `disputed`, "
                            + "with evidence")
    enum Kind {
        acknowledged,
        investigating,
        acted,
        conceded,
        disputed
    }
}
