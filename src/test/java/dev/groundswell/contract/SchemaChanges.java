package dev.groundswell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What breaks whoever sends, or reads, values of a schema. */
final class SchemaChanges {

    private static final String OPEN = "accept unknown values";

    private final Description before;
    private final Description now;
    private final Set<String> found;
    private final Set<List<Object>> seen = new HashSet<>();

    SchemaChanges(Description before, Description now, Set<String> found) {
        this.before = before;
        this.now = now;
        this.found = found;
    }

    void compare(String name, Side side, JsonNode old, JsonNode young) {
        compare(name, side, old, young, false);
    }

    private void compare(String name, Side side, JsonNode old, JsonNode young, boolean openOutside) {
        var then = before.resolve(old);
        boolean open = openOutside || saysOpen(old) || saysOpen(then);
        var oldName = nameOf(old);
        if (!oldName.equals(nameOf(young))) {
            found.add(name + " in " + side.where + " is another schema");
        }
        // told by the schema's own name: a change that many operations share is one change
        var place = oldName.isEmpty() ? name : oldName;
        if (!oldName.isEmpty() && !seen.add(List.of(oldName, nameOf(young), side, open))) {
            return;
        }
        var today = now.resolve(young);
        values(place + " in " + side.where, side, then, today, open);
        fields(place, side, then, today);
        variants(place, side, then, today, open);
        below(place + "[]", side, then.path("items"), today.path("items"), open);
        below(place + ".*", side, then.path("additionalProperties"), today.path("additionalProperties"), open);
    }

    private static boolean saysOpen(JsonNode schema) {
        return schema.path("description").asText().contains(OPEN);
    }

    private static String nameOf(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private void values(String place, Side side, JsonNode then, JsonNode today, boolean open) {
        var bounds = new Bounds(side.inner(then, today), side.outer(then, today));
        bounds.typesOutside()
                .forEach(type -> found.add(
                        place + (side == Side.REQUEST ? " may not be " + type + " any more" : " may be " + type)));
        if (side == Side.REQUEST || !open) {
            bounds.wordsOutside()
                    .forEach(word -> found.add(place
                            + (side == Side.REQUEST ? " may not say " + word + " any more" : " may say " + word)));
        }
        bounds.keywordsOutside()
                .forEach(keyword ->
                        found.add(place + (side == Side.REQUEST ? " has a narrower " : " has a wider ") + keyword));
        if (side == Side.REQUEST && !then.path("default").equals(today.path("default"))) {
            found.add(place + " stands for another value where it is absent");
        }
    }

    private void fields(String place, Side side, JsonNode then, JsonNode today) {
        var needed = names(side.outer(then, today).path("required"));
        needed.removeAll(names(side.inner(then, today).path("required")));
        needed.forEach(field -> found.add(place + "." + field + " in " + side.where
                + (side == Side.REQUEST ? " is required" : " may be absent")));
        then.path("properties").properties().forEach(field -> {
            var name = place + "." + field.getKey();
            if (today.path("properties").has(field.getKey())) {
                compare(name, side, field.getValue(), today.path("properties").path(field.getKey()));
            } else {
                // unknown fields are refused, so this holds for requests as well
                found.add(name + " in " + side.where + " is gone");
            }
        });
        if (side == Side.REQUEST
                && isFalse(today.path("additionalProperties"))
                && !isFalse(then.path("additionalProperties"))) {
            found.add(place + " in requests takes no other fields any more");
        }
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }

    private static Set<String> names(JsonNode list) {
        var names = new TreeSet<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    private void variants(String place, Side side, JsonNode then, JsonNode today, boolean open) {
        for (var keyword : List.of("oneOf", "anyOf", "allOf")) {
            var old = then.path(keyword);
            var young = today.path(keyword);
            int excess = side.inner(old, young).size() - side.outer(old, young).size();
            // allOf narrows with each part, the others widen
            boolean breaks = keyword.equals("allOf")
                    ? excess < 0
                    : excess > 0 && !side.outer(old, young).isEmpty();
            if (breaks || (old.isEmpty() != young.isEmpty())) {
                found.add(place + " in " + side.where + " has other variants");
            }
            for (int i = 0; i < Math.min(old.size(), young.size()); i++) {
                compare(place, side, old.get(i), young.get(i), open);
            }
        }
        if (!then.path("discriminator").equals(today.path("discriminator"))
                && !then.path("discriminator").isMissingNode()) {
            found.add(place + " in " + side.where + " is told apart another way");
        }
    }

    private void below(String place, Side side, JsonNode old, JsonNode young, boolean open) {
        if (old.isObject() && young.isObject()) {
            compare(place, side, old, young, open);
        }
    }
}
