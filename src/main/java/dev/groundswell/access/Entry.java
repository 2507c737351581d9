package dev.groundswell.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody came in: a key, or a token of an OpenID Connect provider, which ends at a time.
 *
 * @param key id of the key, or null where there is none
 * @param until when it ends for good, or null where nothing but its revocation ends it
 */
record Entry(@Nullable Long key, @Nullable Instant until) {

    /** Where a security identity keeps it. */
    static final String ATTRIBUTE = "groundswell.entry";
}
