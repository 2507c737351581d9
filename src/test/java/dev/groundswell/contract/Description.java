package dev.groundswell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An OpenAPI 3.1 document as it stands in its file. */
record Description(ObjectNode root) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    static Description read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static Description of(String yaml) throws IOException {
        return new Description((ObjectNode) YAML.readTree(yaml));
    }

    /** By method and path. */
    TreeMap<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> operations.put(
                                each.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                each.getValue())));
        return operations;
    }

    /** What a reference stands for; other nodes stand for themselves. */
    JsonNode resolve(JsonNode node) {
        var meant = node;
        while (meant.has("$ref")) {
            meant = root.at(meant.path("$ref").asText().substring(1));
        }
        return meant;
    }

    /** Each way in that is enough by itself; an empty one where nothing is asked for. */
    Set<String> waysIn(JsonNode operation) {
        var ways = new TreeSet<String>();
        var security = operation.has("security") ? operation.path("security") : root.path("security");
        security.forEach(way -> ways.add(way.toString()));
        if (ways.isEmpty()) {
            ways.add("{}");
        }
        return ways;
    }
}
