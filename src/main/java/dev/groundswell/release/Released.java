package dev.groundswell.release;

/** Fired within the transaction in which something leaves the confidential plane: from then on everybody may read it. */
public sealed interface Released {

    /** The id of the release. */
    long id();

    /**
     * What the field said in a period.
     *
     * @param period what it is called
     */
    record FieldView(long id, String period) implements Released {}

    /** A concern that has surfaced, in its own words. */
    record Concern(long id, String topic, String words) implements Released {}

    /** What was answered to a question. */
    record Answers(long id) implements Released {}
}
