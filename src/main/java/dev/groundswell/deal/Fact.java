package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one origin said last about one field.
 *
 * @param v the value; JSON null where the origin has cleared the field, which is a word, too
 * @param t the source time, in microseconds since 1970
 * @param n what decides between two that were said at the same source time: the larger one holds
 */
record Fact(JsonNode v, long t, long n) {

    /** A minute, in microseconds. */
    private static final long CLOCKS_DIFFER = 60_000_000;

    boolean isNewerThan(Fact other) {
        return t != other.t ? t > other.t : n > other.n;
    }

    /** Where it lies further ahead than clocks of good copies differ, the clock was wrong: whatever is told now is newer. */
    Fact asOf(long now) {
        return t > now + CLOCKS_DIFFER ? new Fact(v, now - CLOCKS_DIFFER, Long.MIN_VALUE) : this;
    }
}
