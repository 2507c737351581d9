package dev.groundswell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What single values of one schema would not be values of another: each keyword by itself, so that a schema that says the
 * same in other words is found as well. That is the safe side: whoever knows better accepts the change.
 */
record Bounds(JsonNode inner, JsonNode outer) {

    private static final List<String> AT_MOST =
            List.of("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties");
    private static final List<String> AT_LEAST =
            List.of("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties");
    private static final List<String> TO_THE_LETTER = List.of("pattern", "format", "multipleOf", "uniqueItems");

    Set<String> typesOutside() {
        var outside = types(inner);
        var inside = types(outer);
        if (inside.isEmpty()) {
            return Set.of();
        }
        if (outside.isEmpty()) {
            return Set.of("anything");
        }
        outside.removeAll(inside);
        if (inside.contains("number")) {
            outside.remove("integer");
        }
        return outside;
    }

    private static Set<String> types(JsonNode schema) {
        var types = new TreeSet<String>();
        var type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(each -> types.add(each.asText()));
        return types;
    }

    Set<String> wordsOutside() {
        var inside = words(outer);
        if (inside.isEmpty()) {
            return Set.of();
        }
        var outside = words(inner);
        if (outside.isEmpty()) {
            return Set.of("anything");
        }
        outside.removeAll(inside);
        return outside;
    }

    private static Set<String> words(JsonNode schema) {
        var words = new TreeSet<String>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        if (schema.has("const")) {
            words.add(schema.path("const").asText());
        }
        return words;
    }

    List<String> keywordsOutside() {
        return Stream.of(
                        AT_MOST.stream().filter(keyword -> outer.has(keyword) && !isWithin(keyword, 1)),
                        AT_LEAST.stream().filter(keyword -> outer.has(keyword) && !isWithin(keyword, -1)),
                        TO_THE_LETTER.stream()
                                .filter(keyword -> outer.has(keyword))
                                .filter(keyword -> !outer.path(keyword).equals(inner.path(keyword))))
                .flatMap(keywords -> keywords)
                .toList();
    }

    private boolean isWithin(String keyword, int direction) {
        return inner.has(keyword)
                && inner.path(keyword)
                                        .decimalValue()
                                        .compareTo(outer.path(keyword).decimalValue())
                                * direction
                        <= 0;
    }
}
