package dev.groundswell.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contract, read from openapi.yaml with every object closed: a property that it does not name is a fault. */
public final class Document {

    private static final Document COMMITTED = read(Path.of("openapi.yaml"));

    private final ObjectNode root;

    private Document(ObjectNode root) {
        this.root = root;
        close(root.at("/components/schemas"));
    }

    public static Document committed() {
        return COMMITTED;
    }

    private static Document read(Path file) {
        try {
            return new Document((ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(file.toFile()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    ObjectNode root() {
        return root;
    }

    /** One operation of the contract. */
    public record Operation(String method, String template, JsonNode definition) {

        public String id() {
            return definition.path("operationId").asText();
        }

        public boolean isOneOf(String... ids) {
            return List.of(ids).contains(id());
        }

        /** What it takes: JSON where it can. */
        public String contentType() {
            var content = definition.at("/requestBody/content");
            boolean named = !content.isEmpty() && !content.has("application/json") && !content.has("*/*");
            return named ? content.fieldNames().next() : "application/json";
        }

        public List<String> statuses() {
            var statuses = new ArrayList<String>();
            definition.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("operationId")) {
                        operations.add(new Operation(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue()));
                    }
                }));
        return operations;
    }

    /** The operation that a request is meant for; words in a template win over its parameters. */
    public Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> path.matches(pattern(operation.template())))
                .min((one, other) -> Integer.compare(braces(one.template()), braces(other.template())));
    }

    private static String pattern(String template) {
        return template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+");
    }

    private static int braces(String template) {
        // {dimension}.csv is more of a word than {dimension}
        return (int) template.chars().filter(c -> c == '{').count() * 2 - (template.endsWith(".csv") ? 1 : 0);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Document::close);
    }
}
