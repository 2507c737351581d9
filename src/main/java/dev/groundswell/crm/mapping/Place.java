package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where something stands in a payload: a JSON Pointer (RFC 6901) whose names may be followed by a look-up in a list of
 * keys and values, as in {@code /Attributes[key=opportunityid]/value/Id}.
 *
 * <p>{@code /..} starts at the item, {@code ^/..} at the whole payload, {@code ?name} is a query parameter of the hook's
 * URL, and {@code @name} a header of the request. What is not there is a missing node, which null is not.
 */
public final class Place {

    private static final Pattern TEXT = Pattern.compile("\\^?(/.*)?|[?@][A-Za-z0-9_.-]{1,100}", Pattern.DOTALL);
    private static final Pattern LOOK_UP = Pattern.compile("([^\\[\\]]*)\\[([^\\[\\]=]+)=([^\\[\\]]*)]");

    /** A step by name, and perhaps a look-up in the list that is found there. */
    private record Step(String name, String key, String value) {}

    private final String text;
    private final char start;
    private final List<Step> steps;

    @JsonCreator
    public Place(String text) {
        if (text.length() > 500 || !TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("is not a place such as /deal/status");
        }
        this.text = text;
        this.start = text.isEmpty() ? '/' : text.charAt(0);
        this.steps = start == '?' || start == '@' ? List.of() : steps(start == '^' ? text.substring(1) : text);
    }

    /** What stands there in this item. */
    JsonNode in(Item item) {
        return switch (start) {
            case '?' -> item.payload().query().path(text.substring(1));
            case '@' -> item.payload().headers().path(text.substring(1).toLowerCase(Locale.ROOT));
            case '^' -> follow(item.payload().tree());
            default -> follow(item.tree());
        };
    }

    /** What stands there in this tree. */
    public JsonNode follow(JsonNode tree) {
        var node = tree;
        for (var step : steps) {
            node = node.isArray() ? element(node, step.name()) : node.path(step.name());
            if (!step.key().isEmpty()) {
                node = lookUp(node, step.key(), step.value());
            }
        }
        return node;
    }

    private static JsonNode element(JsonNode list, String index) {
        return index.matches("0|[1-9][0-9]{0,6}") ? list.path(Integer.parseInt(index)) : MissingNode.getInstance();
    }

    private static JsonNode lookUp(JsonNode list, String key, String value) {
        for (var entry : list) {
            if (entry.path(key).asText().equals(value)) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<Step> steps(String pointer) {
        var steps = new ArrayList<Step>();
        if (!pointer.isEmpty()) {
            for (var segment : pointer.substring(1).split("/", -1)) {
                var name = segment.replace("~1", "/").replace("~0", "~");
                var lookUp = LOOK_UP.matcher(name);
                steps.add(
                        lookUp.matches()
                                ? new Step(lookUp.group(1), lookUp.group(2), lookUp.group(3))
                                : new Step(name, "", ""));
            }
        }
        return steps;
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && place.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
