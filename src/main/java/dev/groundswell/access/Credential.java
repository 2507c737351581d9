package dev.groundswell.access;

import dev.groundswell.http.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a key, invite, hook or session: {@code gsw_<env>_<workspace><handle>_<30 base62><6 of CRC32>}. It carries the workspace
 * that it claims, so that the claim can be set before the look-up, and the hash of the whole text then proves it. The
 * checksum lets a mistyped key be refused without asking the database.
 */
record Credential(Kind kind, String env, String workspace, String handle, String text) {

    enum Kind {
        key("gsw"),
        invite("gsi"),
        hook("gsh"),
        session("gss");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        private static Kind of(String prefix) {
            for (var kind : values()) {
                if (kind.prefix.equals(prefix)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no such kind");
        }
    }

    private static final Pattern SHAPE = Pattern.compile(
            "(gsw|gsi|gsh|gss)_([a-z]{1,12})_([a-z0-9]{8})([a-z0-9]{8})_([0-9A-Za-z]{30})([0-9A-Za-z]{6})");

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    static Credential make(Kind kind, String env, String workspace, SecureRandom random) {
        var handle = letters(random, BASE36, 8);
        var body = kind.prefix + "_" + env + "_" + workspace + handle + "_" + letters(random, BASE62, 30);
        return new Credential(kind, env, workspace, handle, body + checksum(body));
    }

    /** A new workspace's id. */
    static String makeWorkspaceId(SecureRandom random) {
        return letters(random, BASE36, 8);
    }

    /** Empty where the text has not the shape, or its checksum is wrong. */
    static Optional<Credential> parse(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (!checksum(text.substring(0, text.length() - 6)).equals(parts.group(6))) {
            return Optional.empty();
        }
        return Optional.of(
                new Credential(Kind.of(parts.group(1)), parts.group(2), parts.group(3), parts.group(4), text));
    }

    /** What is stored: 178 random bits need no salt and no slow hash. */
    byte[] hash() {
        return Digests.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Credential[" + kind + "]";
    }

    private static String letters(SecureRandom random, String alphabet, int length) {
        var letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        var letters = new StringBuilder(6);
        for (long rest = crc.getValue(); letters.length() < 6; rest /= 62) {
            letters.append(BASE62.charAt((int) (rest % 62)));
        }
        return letters.reverse().toString();
    }
}
