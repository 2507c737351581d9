package dev.groundswell.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract, read from openapi.yaml with every object closed: a property that it does not name is a fault. */
public final class Document {

    private static final Document COMMITTED = read(Path.of("openapi.yaml"));

    private final ObjectNode root;
    private final List<Operation> operations;
    private final Map<String, Pattern> templates;

    private Document(ObjectNode root) {
        this.root = root;
        close(root.at("/components/schemas"));
        this.operations = List.copyOf(operations(root));
        operations.forEach(
                operation -> spellOut((ObjectNode) operation.definition().path("responses")));
        this.templates = operations.stream()
                .map(Operation::template)
                .distinct()
                .collect(Collectors.toMap(template -> template, Document::pattern));
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

    public ObjectNode root() {
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
        return operations;
    }

    private static List<Operation> operations(ObjectNode root) {
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
        return at(path).filter(operation -> operation.method().equals(method))
                .min(Comparator.comparing(operation -> braces(operation.template())));
    }

    /** Whether words stand in the way: the framework may stop at their template, whose methods are others. */
    boolean isHidden(Operation operation, String path) {
        return at(path).anyMatch(other -> braces(other.template()) < braces(operation.template()));
    }

    private Stream<Operation> at(String path) {
        return operations.stream()
                .filter(operation -> Objects.requireNonNull(templates.get(operation.template()))
                        .matcher(path)
                        .matches());
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static int braces(String template) {
        // {dimension}.csv is more of a word than {dimension}
        return (int) template.chars().filter(c -> c == '{').count() * 2 - (template.endsWith(".csv") ? 1 : 0);
    }

    /** Answers that operations share are said in one place; here each says its own. */
    private void spellOut(ObjectNode responses) {
        responses.properties().forEach(response -> {
            var ref = response.getValue().path("$ref").asText();
            if (!ref.isEmpty()) {
                response.setValue(root.at(ref.substring(1)));
            }
        });
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Document::close);
    }
}
