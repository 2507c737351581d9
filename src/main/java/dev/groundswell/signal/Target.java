package dev.groundswell.signal;

/**
 * What may have become more or less frequent.
 *
 * @param key a reason's code, a reason group, an outcome, or a competitor's key
 */
record Target(Kind kind, String key) {

    /** What it is; the word is the answer's. */
    enum Kind {
        reason,
        reason_group,
        outcome,
        competitor
    }
}
