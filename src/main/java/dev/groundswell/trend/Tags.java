package dev.groundswell.trend;

import dev.groundswell.http.Digests;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes ETags. */
final class Tags {

    private Tags() {}

    static String of(String text) {
        return of(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The ETag of what is written row by row: it is written once for that, and kept nowhere. */
    static String of(StreamingOutput rows) {
        var digest = Digests.sha256();
        try (var nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            rows.write(nowhere);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return of(digest.digest());
    }

    /** Weak: the same answer may go out compressed or not. */
    private static String of(byte[] digest) {
        return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, 16)) + "\"";
    }
}
