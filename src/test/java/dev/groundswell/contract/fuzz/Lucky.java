package dev.groundswell.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that a schema of the contract allows: often its example, else by chance. */
final class Lucky {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final List<String> WORDS =
            List.of("a", "7", "12.50", "EUR", "Zürich", "東京", "x y", "🚀", "1e3", "crm", "Kestrova", "own-1", "O'Neil");

    private final JsonNode root;
    private final Random random;

    Lucky(JsonNode root, Random random) {
        this.root = root;
        this.random = random;
    }

    JsonNode value(JsonNode schema) {
        var meant = resolve(schema);
        if (meant.has("enum")) {
            return one(meant.path("enum"));
        }
        if (meant.has("examples") && random.nextInt(3) > 0) {
            return one(meant.path("examples"));
        }
        var type = meant.path("type").isArray() ? one(meant.path("type")) : meant.path("type");
        return switch (type.asText("object")) {
            case "string" -> NODES.textNode(text(meant));
            case "integer" -> NODES.numberNode(whole(meant));
            case "number" -> NODES.numberNode(whole(meant) + 0.5);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            case "array" -> list(meant);
            default -> object(meant);
        };
    }

    JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private JsonNode one(JsonNode among) {
        return among.get(random.nextInt(among.size()));
    }

    private String text(JsonNode schema) {
        switch (schema.path("format").asText()) {
            case "date":
                return DAY.plusDays(random.nextInt(300)).toString();
            case "date-time":
                return DAY.plusDays(random.nextInt(300))
                        .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                        .toInstant(ZoneOffset.UTC)
                        .toString();
            case "uri":
                // nobody listens there, and nothing leaves the machine
                return "http://127.0.0.1:9/" + random.nextInt(9);
            default:
        }
        var pattern = schema.path("pattern").asText("(?s).*");
        int atLeast = schema.path("minLength").asInt();
        int atMost = schema.path("maxLength").asInt(100);
        var tried = Stream.generate(this::words)
                .limit(50)
                .filter(words -> words.length() >= atLeast && words.length() <= atMost && words.matches(pattern))
                .findFirst();
        return tried.orElseGet(() ->
                schema.path("examples").path(0).asText("1".repeat(Math.max(1, Math.min(atLeast, atMost)))));
    }

    private String words() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 1000);
        return least + random.nextLong(most - least + 1);
    }

    private ArrayNode list(JsonNode schema) {
        var list = NODES.arrayNode();
        int least = schema.path("minItems").asInt();
        int most = Math.min(schema.path("maxItems").asInt(3), least + 2);
        var distinct = new HashSet<JsonNode>();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            var item = value(schema.path("items"));
            if (distinct.add(item) || !schema.path("uniqueItems").asBoolean()) {
                list.add(item);
            }
        }
        return list;
    }

    private ObjectNode object(JsonNode schema) {
        var object = NODES.objectNode();
        var required = new HashSet<String>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) || random.nextInt(3) == 0) {
                object.set(field.getKey(), field(field.getKey(), field.getValue()));
            }
        });
        if (schema.path("additionalProperties").isObject() && random.nextBoolean()) {
            object.set("own", value(schema.path("additionalProperties")));
        }
        return object;
    }

    private JsonNode field(String name, JsonNode schema) {
        return name.equals("url") ? NODES.textNode("http://127.0.0.1:9/") : value(schema);
    }
}
