package dev.groundswell.release;

/** Fired within the transaction in which leadership answers. */
public sealed interface ResponseGiven {

    /** What was answered. */
    Given given();

    /**
     * An answer to the field.
     *
     * @param release what is answered
     * @param kind of release that it is
     */
    record ToRelease(long release, Kind kind, Given given) implements ResponseGiven {}

    /** An answer to what the market says. */
    record ToSignal(long signal, Given given) implements ResponseGiven {}
}
