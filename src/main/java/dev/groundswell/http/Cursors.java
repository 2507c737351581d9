package dev.groundswell.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads cursors: where a page ended, sealed for one list of one workspace. A cursor of another list or
 * workspace, or a forged one, is refused.
 */
@ApplicationScoped
public class Cursors {

    private static final int SEAL = 12;
    private static final String SEPARATOR = "\u001f";

    private final Caller caller;

    Cursors(Caller caller) {
        this.caller = caller;
    }

    /** The cursor for what comes after the row with these sort values. */
    public String after(String list, String... position) {
        var plain = String.join(SEPARATOR, position).getBytes(StandardCharsets.UTF_8);
        var sealed = Arrays.copyOf(plain, plain.length + SEAL);
        System.arraycopy(caller.seal("cursor." + list, plain), 0, sealed, plain.length, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The sort values to go on after; null for the first page. */
    public @Nullable List<String> read(String list, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw refused();
        }
        if (sealed.length < SEAL) {
            throw refused();
        }
        var plain = Arrays.copyOf(sealed, sealed.length - SEAL);
        var seal = Arrays.copyOf(caller.seal("cursor." + list, plain), SEAL);
        if (!MessageDigest.isEqual(seal, Arrays.copyOfRange(sealed, plain.length, sealed.length))) {
            throw refused();
        }
        return List.of(new String(plain, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private static ProblemException refused() {
        return ProblemException.invalid("/query/cursor", "is not a cursor of this list");
    }
}
