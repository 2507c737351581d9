package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;

/** Payloads as admins may see them: what could name a person is masked. */
final class Masked {

    /** Field names of people, in the ways that vendors write them. */
    private static final Pattern PERSON = Pattern.compile(
            "(?i).*(name|mail|phone|mobile|owner|user|contact|person|author|created_?by|updated_?by|modified_?by|assigned|responsible|employee"
                    + "|address|avatar|photo|sign|secret|token|password|session).*");

    private Masked() {}

    static JsonNode payload(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            var masked = object.objectNode();
            object.properties().forEach(each -> masked.set(each.getKey(), member(each.getKey(), each.getValue())));
            return maskListed(masked);
        }
        if (tree instanceof ArrayNode array) {
            var masked = array.arrayNode();
            array.forEach(each -> masked.add(payload(each)));
            return masked;
        }
        return tree;
    }

    private static JsonNode member(String name, JsonNode value) {
        if (!PERSON.matcher(name).matches() || value.isNull() || value.isBoolean() || isWord(name)) {
            return payload(value);
        }
        return value.isContainerNode() && value.isEmpty() ? value : TextNode.valueOf(Scrub.MASK);
    }

    /** Names in which "name" is not a person's. */
    private static boolean isWord(String name) {
        return Set.of(
                        "propertyName",
                        "eventName",
                        "event_name",
                        "nameSingular",
                        "PrimaryEntityName",
                        "MessageName",
                        "LogicalName",
                        "StageName",
                        "stageName",
                        "deal_deal_stage_name",
                        "deal_deal_pipeline_name",
                        "assigned")
                .contains(name);
    }

    /** In lists of keys and values, and in events of one property, the name is a value. */
    private static JsonNode maskListed(ObjectNode object) {
        for (var pair : new String[][] {{"key", "value"}, {"propertyName", "propertyValue"}}) {
            var name = object.path(pair[0]);
            if (name.isTextual()
                    && object.has(pair[1])
                    && PERSON.matcher(name.textValue()).matches()) {
                object.put(pair[1], Scrub.MASK);
            }
        }
        return object;
    }
}
