package dev.groundswell.contract.fuzz;

import dev.groundswell.testsupport.Document.Operation;
import dev.groundswell.testsupport.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes requests that the contract does not allow: each a lucky one with a fault. */
final class HostileRequests {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/merge-patch+json",
            "application/x-ndjson",
            "multipart/form-data; boundary=x",
            "text/csv",
            "json",
            "/",
            "*/*");
    private static final List<String> ACCEPTED = List.of(
            "image/png", "text/csv", "application/problem+json", "*/*;q=0", "nonsense", "text/*", "a/b;q=x", ",");

    private final Random random;
    private final Requests requests;
    private final Hostile hostile;
    private final TestWorkspace workspace;
    private final TestWorkspace other;
    private final Pool pool;

    HostileRequests(Random random, Requests requests, TestWorkspace workspace, TestWorkspace other, Pool pool) {
        this.random = random;
        this.requests = requests;
        this.hostile = new Hostile(random);
        this.workspace = workspace;
        this.other = other;
        this.pool = pool;
    }

    /** One that is lucky, with something about it that is not. */
    Asked request(Operation operation) {
        var asked = requests.lucky(operation);
        var headers = asked.headers();
        boolean takes = operation.definition().has("requestBody");
        int way = random.nextInt(takes ? 14 : 8);
        switch (way) {
            case 0 -> headers.put("Authorization", stranger());
            case 1 -> headers.put("Accept", one(ACCEPTED));
            case 2 -> {
                return new Asked(one(METHODS), asked.target(), headers, asked.body());
            }
            case 3 -> headers.put(random.nextBoolean() ? "If-Match" : "Idempotency-Key", visible(hostile.text()));
            case 4 -> {
                return new Asked(asked.method(), spoiltPath(operation), headers, asked.body());
            }
            case 5, 6, 7 -> {
                return new Asked(asked.method(), spoiltQuery(operation, asked.target()), headers, asked.body());
            }
            case 8 -> headers.put("Content-Type", one(TYPES));
            default -> {
                return new Asked(asked.method(), asked.target(), headers, Asked.bytes(spoiltBody(operation)));
            }
        }
        return new Asked(asked.method(), asked.target(), headers, asked.body());
    }

    private byte[] spoiltBody(Operation operation) {
        return operation.contentType().endsWith("json")
                ? hostile.body(requests.luckyValue(operation))
                : (requests.luckyBody(operation) + hostile.text()).getBytes(StandardCharsets.UTF_8);
    }

    private String stranger() {
        return one(List.of(
                "Bearer " + workspace.rep(),
                "Bearer " + workspace.leader(),
                "Bearer " + workspace.integration(),
                "Bearer " + workspace.admin(),
                "Bearer " + other.admin(),
                "Bearer " + workspace.admin() + "x",
                "Bearer " + workspace.admin().replaceFirst(workspace.id(), other.id()),
                "Bearer",
                "Bearer " + "x".repeat(3000),
                "Basic YTpi",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                visible(hostile.text())));
    }

    private String spoiltPath(Operation operation) {
        var spoilt = Requests.PLACE
                .matcher(operation.template())
                .replaceAll(place -> Requests.encoded(random.nextBoolean() ? hostile.text() : "7")
                        .replace("$", "\\$"));
        return random.nextInt(4) == 0 ? spoilt + one(List.of("/", "//", "/x", ";a=b", "/%2e%2e", ".csv")) : spoilt;
    }

    private String spoiltQuery(Operation operation, String target) {
        var names = new ArrayList<String>(List.of("nonsense", "seller", "owner", "", "limit"));
        operation.definition().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
                names.add(parameter.path("name").asText());
            }
        });
        var name = one(names);
        var value = name.equals("cursor") && random.nextBoolean() ? spoiltCursor() : hostile.text();
        return target
                + (target.contains("?") ? "&" : "?")
                + Requests.encoded(name)
                + (random.nextInt(9) == 0 ? "" : "=" + Requests.encoded(value));
    }

    private String spoiltCursor() {
        var cursor = pool.cursor().orElse("bm9uc2Vuc2U");
        return random.nextBoolean() ? cursor.substring(cursor.length() / 2) : cursor + "A";
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** The client sends no control characters in headers. */
    private static String visible(String text) {
        return text.chars()
                .filter(c -> c >= ' ' && c < 127)
                .limit(4_000)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
