package dev.groundswell.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.http.ProblemBodies;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.Document.Operation;
import dev.groundswell.testsupport.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes requests for an operation that the contract allows. */
final class Requests {

    static final Pattern PLACE = Pattern.compile("\\{[^}]+}");

    private final Random random;
    private final Lucky lucky;
    private final TestWorkspace workspace;
    private final Pool pool;

    Requests(Random random, TestWorkspace workspace, Pool pool) {
        this.random = random;
        this.lucky = new Lucky(Document.committed().root(), random);
        this.workspace = workspace;
        this.pool = pool;
    }

    /** That surely makes something, where the operation does. */
    Asked furnishing(Operation operation) {
        return asked(
                operation,
                Optional.ofNullable(ProblemBodies.GOOD.get(operation.id()))
                        .orElseGet(() -> operation.definition().has("requestBody") ? luckyBody(operation) : ""));
    }

    /** By somebody who may, with values that the contract allows. */
    Asked lucky(Operation operation) {
        return asked(operation, operation.definition().has("requestBody") ? luckyBody(operation) : "");
    }

    private Asked asked(Operation operation, String written) {
        var headers = new TreeMap<String, String>();
        var query = new ArrayList<String>();
        operation.definition().path("parameters").forEach(parameter -> {
            var name = parameter.path("name").asText();
            boolean header = parameter.path("in").asText().equals("header");
            if (header && (name.equals("If-Match") || random.nextInt(4) == 0)) {
                headers.put(name, name.equals("If-Match") ? "*" : "fuzz-" + random.nextInt(1000));
            }
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                values(name, parameter.path("schema"))
                        .forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
            }
        });
        var body = "";
        if (operation.definition().has("requestBody")) {
            headers.put("Content-Type", operation.contentType());
            body = Asked.bytes(written.getBytes(StandardCharsets.UTF_8));
        }
        if (!operation.definition().path("security").isEmpty()) {
            headers.put("Authorization", "Bearer " + workspace.keyOf(operation));
        }
        return new Asked(operation.method(), path(operation) + question(query), headers, body);
    }

    private List<String> values(String name, JsonNode schema) {
        if (name.equals("cursor")) {
            return pool.cursor().stream().toList();
        }
        var value = lucky.value(schema);
        var texts = new ArrayList<String>();
        (value.isArray() ? value : List.of(value)).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    String luckyBody(Operation operation) {
        var known = ProblemBodies.GOOD.get(operation.id());
        var schema = schema(operation);
        boolean bytes = !operation.contentType().endsWith("json");
        if (known != null && (bytes || random.nextInt(3) == 0)) {
            return known;
        }
        return Hostile.write(lucky.value(schema));
    }

    private static JsonNode schema(Operation operation) {
        return operation
                .definition()
                .path("requestBody")
                .path("content")
                .elements()
                .next()
                .path("schema");
    }

    JsonNode luckyValue(Operation operation) {
        return lucky.value(schema(operation));
    }

    private String path(Operation operation) {
        return PLACE.matcher(operation.template()).replaceAll(place -> {
            var name = place.group().substring(1, place.group().length() - 1);
            var schema = lucky.resolve(parameter(operation, name).path("schema"));
            return encoded(
                    schema.has("enum")
                            ? lucky.value(schema).asText()
                            : pool.place(operation.template(), place.group()).orElse("999999999"));
        });
    }

    private static JsonNode parameter(Operation operation, String name) {
        for (var parameter : operation.definition().path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new IllegalStateException(name);
    }

    private static String question(List<String> query) {
        return query.isEmpty() ? "" : query.stream().collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
