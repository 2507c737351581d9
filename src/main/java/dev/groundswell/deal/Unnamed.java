package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.access.PersonNames;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.Meaning;

/** What is told of deals, without the texts that name a person. A reason whose text goes still means what it meant. */
final class Unnamed {

    private static final String UNKNOWN = "unknown";

    private final PersonNames names;
    private final Glossary glossary;

    Unnamed(PersonNames names, Glossary glossary) {
        this.names = names;
        this.glossary = glossary;
    }

    JsonNode word(Field field, JsonNode word) {
        return switch (field) {
            case note -> isNaming(word) ? NullNode.getInstance() : word;
            case reasons -> word instanceof ArrayNode reasons ? reasons(reasons) : word;
            default -> word;
        };
    }

    private ArrayNode reasons(ArrayNode reasons) {
        var unnamed = JsonNodeFactory.instance.arrayNode();
        reasons.forEach(
                reason -> unnamed.add(reason instanceof ObjectNode object ? reason(object.deepCopy()) : reason));
        return unnamed;
    }

    private ObjectNode reason(ObjectNode reason) {
        if (isNaming(reason.path("note"))) {
            reason.remove("note");
        }
        var text = reason.path("text");
        if (isNaming(text)) {
            reason.remove("text");
            reason.put("code", code(text.textValue()));
        }
        return reason;
    }

    private String code(String text) {
        return glossary.meaningOf(text) instanceof Meaning.Mapped mapped
                ? glossary.reason(mapped.reason()).code()
                : UNKNOWN;
    }

    private boolean isNaming(JsonNode text) {
        return text.isTextual() && names.in(text.textValue());
    }
}
