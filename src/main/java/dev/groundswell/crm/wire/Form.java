package dev.groundswell.crm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Forms; brackets in a name, as in {@code leads[status][0][id]}, are structure. */
public final class Form {

    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final int MOST = 10_000;
    private static final int DEEPEST = 20;

    private Form() {}

    /** The parameters of a query, flat: the first of a name holds. */
    public static ObjectNode query(String query) {
        var parameters = JsonNodeFactory.instance.objectNode();
        for (var pair : query.split("&", MOST)) {
            int equals = pair.indexOf('=');
            try {
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                if (!name.isEmpty() && !parameters.has(name)) {
                    parameters.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            } catch (IllegalArgumentException notEncoded) {
                // a parameter that cannot be read is not there
            }
        }
        return parameters;
    }

    static JsonNode read(String body) throws Undecodable {
        var root = JsonNodeFactory.instance.objectNode();
        var pairs = body.strip().split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw new Undecodable("malformed_form", "the form has too many fields");
        }
        try {
            for (var pair : pairs) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(root, path(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        } catch (IllegalArgumentException notEncoded) {
            throw new Undecodable("malformed_form", "the form is not encoded as forms are");
        }
        return listsIn(root);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> path(String name) {
        int bracket = name.indexOf('[');
        if (bracket <= 0) {
            return List.of(name);
        }
        var path = new ArrayList<String>();
        path.add(name.substring(0, bracket));
        var steps = BRACKET.matcher(name).region(bracket, name.length());
        while (steps.find() && path.size() < DEEPEST) {
            path.add(steps.group(1));
        }
        return path;
    }

    private static void put(ObjectNode root, List<String> path, String value) {
        var node = root;
        for (var step : path.subList(0, path.size() - 1)) {
            var next = node.get(named(node, step));
            node = next instanceof ObjectNode known ? known : node.putObject(named(node, step));
        }
        node.put(named(node, path.get(path.size() - 1)), value);
    }

    /** Empty brackets mean the next place of a list. */
    private static String named(ObjectNode node, String step) {
        return step.isEmpty() ? String.valueOf(node.size()) : step;
    }

    /** An object whose names count up from 0 is a list. */
    private static JsonNode listsIn(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            object.set(name, listsIn(object.get(name)));
        }
        for (int i = 0; i < names.size(); i++) {
            if (!object.has(String.valueOf(i))) {
                return object;
            }
        }
        if (names.isEmpty()) {
            return object;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < names.size(); i++) {
            list.add(object.get(String.valueOf(i)));
        }
        return list;
    }
}
