package dev.groundswell.catalog;

import org.jspecify.annotations.Nullable;

/** What a raw reason text means in a workspace. */
public sealed interface Meaning {

    /** A reason, and perhaps the outcome that the text tells, too ("Lost to competitor"). */
    record Mapped(long reason, @Nullable String outcome) implements Meaning {}

    /** Nobody has said yet; the text waits under its folded form. */
    record Unmapped(String folded) implements Meaning {}
}
