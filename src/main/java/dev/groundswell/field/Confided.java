package dev.groundswell.field;

import dev.groundswell.access.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Puts away words that were confided, and takes them out again. */
@ApplicationScoped
class Confided {

    private static final String PURPOSE = "confided";

    private final Vault vault;

    Confided(Vault vault) {
        this.vault = vault;
    }

    byte[] lock(String words) {
        return vault.lock(PURPOSE, words.getBytes(StandardCharsets.UTF_8));
    }

    String unlock(byte[] locked) {
        return new String(vault.unlock(PURPOSE, locked), StandardCharsets.UTF_8);
    }
}
