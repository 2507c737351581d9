package dev.groundswell.signal;

/**
 * A part of the market; a seller is none.
 *
 * @param dimension product, segment, region, competitor or source; empty, with its key, for the whole market
 */
public record Slice(String dimension, String key) {

    static final Slice WHOLE = new Slice("", "");

    /** True where it is no part, but all of it. */
    public boolean coversAll() {
        return dimension.isEmpty();
    }
}
