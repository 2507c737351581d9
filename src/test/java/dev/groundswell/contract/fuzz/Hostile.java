package dev.groundswell.contract.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils what was lucky. */
final class Hostile {

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0007",
            "\u2028",
            "\u202Eabc",
            "\uFEFF",
            "x".repeat(5_000),
            "é".repeat(201),
            "🚀".repeat(120),
            "' or '1'='1",
            "%00",
            "%s%n",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "${7*7}",
            "null",
            "NaN",
            "-0",
            "1e400",
            "99999999999999999999",
            "-9223372036854775809",
            "0x10",
            "9999-99-99",
            "-0500-01-01T00:00:00Z",
            "+999999999-12-31",
            "0000-00-00",
            "2026-02-30",
            "2026-11-20T08:30:00+99:00",
            "2026-13-01T00:00:00Z");

    /** Written as they are, quoted or not. */
    private static final List<String> RAW = List.of(
            "1e1000000000",
            "-1e-1000000000",
            "99999999999999999999999999999999999",
            "9223372036854775808",
            "-1",
            "0",
            "0.1",
            "1.0",
            "true",
            "null",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\": 1}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "NaN",
            "01",
            "'x'",
            "\"x\\q\"",
            "[".repeat(1_000) + "]".repeat(1_000),
            "{\"a\":".repeat(500) + "1" + "}".repeat(500),
            "\"" + "y".repeat(1_000_001) + "\"",
            "1".repeat(2_000));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;

    Hostile(Random random) {
        this.random = random;
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A body with one or two faults. */
    byte[] body(JsonNode lucky) {
        var root = JsonNodeFactory.instance.arrayNode().add(lucky.deepCopy());
        for (int i = random.nextInt(2); i >= 0; i--) {
            spoil(root);
        }
        var written = write(root);
        return onTheWire(written.substring(1, written.length() - 1));
    }

    private void spoil(ArrayNode root) {
        var places = new ArrayList<JsonNode>();
        collect(root, places);
        var place = places.get(random.nextInt(places.size()));
        if (place instanceof ArrayNode list && !list.isEmpty()) {
            int item = random.nextInt(list.size());
            // a thousand times what is long already would be for the client to carry
            if (list == root || random.nextInt(3) > 0 || write(list.get(item)).length() > 1_000) {
                list.set(item, anything());
            } else {
                for (int i = 0; i < 1_001; i++) {
                    list.add(list.get(item).deepCopy());
                }
            }
        } else if (place instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(6) == 0) {
                object.set(random.nextBoolean() ? "nonsense" : text(), anything());
            } else if (random.nextInt(6) == 0) {
                object.remove(names.get(random.nextInt(names.size())));
            } else {
                object.set(names.get(random.nextInt(names.size())), anything());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(each -> collect(each, places));
        }
    }

    private JsonNode anything() {
        return random.nextBoolean()
                ? JsonNodeFactory.instance.textNode(text())
                : JsonNodeFactory.instance.pojoNode(new RawValue(RAW.get(random.nextInt(RAW.size()))));
    }

    /** Sometimes the text itself is spoilt. */
    private byte[] onTheWire(String written) {
        int middle = random.nextInt(written.length() + 1);
        return switch (random.nextInt(12)) {
            case 0 -> utf8(written.substring(0, middle));
            case 1 -> utf8(written + written);
            case 2 -> utf8("\uFEFF" + written);
            case 3 -> written.getBytes(StandardCharsets.UTF_16);
            case 4 -> utf8(written.replaceFirst("\\{", "{\"nonsense\":1,\"nonsense\":2,"));
            case 5 -> utf8(written.replaceFirst("(\"[a-z_]+\" ?: ?\"[^\"]*\")", "$1,$1"));
            case 6 ->
                (written.substring(0, middle) + "\u00ff\u00fe" + written.substring(middle))
                        .getBytes(StandardCharsets.ISO_8859_1);
            case 7 -> utf8("/* c */" + written);
            default -> utf8(written);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
