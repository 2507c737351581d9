package dev.groundswell.crm.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it came in.
 *
 * @param url scheme, host, path and raw query as the sender called it, by our configuration, never by the request's own word
 * @param headers by lower-case name
 * @param query the URL's parameters
 * @param body the raw bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
public record HookRequest(
        String method,
        String url,
        Map<String, List<String>> headers,
        ObjectNode query,
        byte[] body,
        Instant receivedAt) {

    /** The first header of this name; null where there is none. */
    public @Nullable String header(String name) {
        var values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
