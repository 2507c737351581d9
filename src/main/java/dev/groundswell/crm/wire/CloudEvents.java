package dev.groundswell.crm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** CloudEvents 1.0: whatever mode an event was sent in, it looks as in the structured one. */
final class CloudEvents {

    private static final String PREFIX = "ce-";

    private CloudEvents() {}

    static JsonNode unify(JsonNode tree, String contentType, ObjectNode headers) throws Undecodable {
        if (headers.has(PREFIX + "specversion") && !contentType.startsWith("application/cloudevents")) {
            return binary(tree, headers);
        }
        if (tree instanceof ObjectNode event) {
            withData(event);
        } else if (tree.isArray()) {
            for (var each : tree) {
                if (each instanceof ObjectNode event) {
                    withData(event);
                }
            }
        }
        return tree;
    }

    private static JsonNode binary(JsonNode data, ObjectNode headers) {
        var event = JsonNodeFactory.instance.objectNode();
        headers.properties().forEach(header -> {
            if (header.getKey().startsWith(PREFIX)) {
                event.put(
                        header.getKey().substring(PREFIX.length()),
                        decoded(header.getValue().asText()));
            }
        });
        event.set("data", data);
        return event;
    }

    /** Header values are percent-encoded UTF-8, in which a plus is a plus. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return value;
        }
    }

    private static void withData(ObjectNode event) throws Undecodable {
        if (event.has("specversion") && event.path("data_base64").isTextual()) {
            try {
                event.set(
                        "data",
                        Json.read(Base64.getDecoder()
                                .decode(event.get("data_base64").textValue())));
            } catch (IllegalArgumentException notBase64) {
                throw new Undecodable("malformed_json", "data_base64 is not base64");
            }
        }
    }
}
