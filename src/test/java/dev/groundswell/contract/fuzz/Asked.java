package dev.groundswell.contract.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;

/** One request, as it goes out. */
record Asked(String method, String target, TreeMap<String, String> headers, String body) {

    /** Bytes are kept as Latin-1, so that a request can be printed. */
    static String bytes(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    HttpRequest on(String base) {
        var request = HttpRequest.newBuilder(URI.create(base + target)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        return request.method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)))
                .build();
    }

    @Override
    public String toString() {
        var shown = new TreeMap<>(headers);
        shown.computeIfPresent(
                "Authorization", (name, value) -> value.substring(0, Math.min(value.length(), 16)) + "..");
        return String.join(" ", Arrays.asList(method, cut(target), shown.toString(), cut(body)));
    }

    private static String cut(String text) {
        return text.length() > 600 ? text.substring(0, 600) + ".. (" + text.length() + ")" : text;
    }
}
