package dev.groundswell.bench;

import java.nio.charset.StandardCharsets;

/** The bytes of requests, for {@link Load}. */
final class Requests {

    /** What clients ask for; not every service answers with what it has made where nobody does. */
    static final String JSON = "Accept: application/json\r\n";

    private Requests() {}

    static byte[] of(String method, String path, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    static String bearer(String key) {
        return "Authorization: Bearer " + key + "\r\n";
    }
}
