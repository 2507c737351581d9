package dev.groundswell.signal;

/**
 * A part of the market; a seller is none.
 *
 * @param dimension product, segment, region, competitor or source; empty, with its key, for the whole market
 */
record Slice(String dimension, String key) {

    static final Slice WHOLE = new Slice("", "");

    boolean isWhole() {
        return dimension.isEmpty();
    }
}
