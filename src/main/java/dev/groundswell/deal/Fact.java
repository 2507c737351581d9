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

    boolean isNewerThan(Fact other) {
        return t != other.t ? t > other.t : n > other.n;
    }

    Fact asOf(long now) {
        return t > now ? new Fact(v, now, Long.MIN_VALUE) : this;
    }
}
