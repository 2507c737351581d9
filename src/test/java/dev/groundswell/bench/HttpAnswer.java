package dev.groundswell.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As much of HTTP as it takes to see that an answer has ended. */
final class HttpAnswer {

    private HttpAnswer() {}

    /** True where all of it has been read. */
    static boolean isWhole(ByteBuffer in) {
        int length = in.position();
        int head = headEnd(in.array(), length);
        if (head < 0) {
            return false;
        }
        var text = new String(in.array(), 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = text.indexOf("content-length: ");
        if (at >= 0) {
            int line = text.indexOf('\r', at);
            return length - head >= Integer.parseInt(text.substring(at + 16, line));
        }
        boolean chunked = text.contains("transfer-encoding: chunked");
        return !chunked || new String(in.array(), length - 5, 5, StandardCharsets.ISO_8859_1).equals("0\r\n\r\n");
    }

    static int status(ByteBuffer in) {
        return Integer.parseInt(new String(in.array(), 9, 3, StandardCharsets.ISO_8859_1));
    }

    static String text(ByteBuffer in) {
        return new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
    }

    private static int headEnd(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }
}
