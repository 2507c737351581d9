package dev.groundswell.testsupport;

import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was asked of the service, and what it answered. Names of headers are of any case. */
public record Exchange(String method, String path, int status, Map<String, String> headers, String body) {

    public Exchange {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    static Exchange of(String method, String path, Response answer) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        return new Exchange(method, path, answer.statusCode(), headers, answer.asString());
    }

    static Exchange of(HttpResponse<String> answer) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Exchange(
                answer.request().method(),
                answer.request().uri().getRawPath(),
                answer.statusCode(),
                headers,
                answer.body());
    }

    /** Without its parameters, or null where there is none. */
    @Nullable
    String mediaType() {
        var type = headers.get("Content-Type");
        return type == null ? null : type.replaceAll(";.*", "").strip();
    }
}
