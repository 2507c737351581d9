package dev.groundswell.release;

import org.jspecify.annotations.Nullable;

/**
 * What part of the field said something.
 *
 * @param key a reason group, reason or market key; {@code other} is all that has no name here
 * @param share 0 to 1 of the whole period, to the hundredth; null where only {@code atLeast} is told
 * @param atLeast that so much of the whole, or more, said it
 */
public record Told(
        String key, @Nullable Double share, @Nullable Double atLeast) {

    static final String OTHER = "other";

    public boolean isOther() {
        return key.equals(OTHER);
    }
}
