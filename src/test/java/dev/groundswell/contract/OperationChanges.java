package dev.groundswell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What breaks callers of one operation. */
final class OperationChanges {

    private final Description before;
    private final Description now;
    private final Set<String> found;
    private final SchemaChanges schemas;

    OperationChanges(Description before, Description now, Set<String> found) {
        this.before = before;
        this.now = now;
        this.found = found;
        this.schemas = new SchemaChanges(before, now, found);
    }

    void compare(String place, JsonNode old, JsonNode young) {
        var id = old.path("operationId").asText();
        if (!young.path("operationId").asText().equals(id)) {
            found.add(id + " is called " + young.path("operationId").asText());
        }
        if (!young.path("tags").equals(old.path("tags"))) {
            found.add(id + " is in another group");
        }
        if (!now.waysIn(young).containsAll(before.waysIn(old))) {
            found.add(id + " asks for another proof of who calls");
        }
        var path = place.substring(place.indexOf(' ') + 1);
        parameters(id, parameters(before, path, old), parameters(now, path, young));
        body(id, before.resolve(old.path("requestBody")), now.resolve(young.path("requestBody")));
        answers(id, old.path("responses"), young.path("responses"));
    }

    private static List<JsonNode> parameters(Description contract, String path, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        contract.root()
                .path("paths")
                .path(path)
                .path("parameters")
                .forEach(each -> parameters.add(contract.resolve(each)));
        operation.path("parameters").forEach(each -> parameters.add(contract.resolve(each)));
        return parameters;
    }

    private void parameters(String id, List<JsonNode> old, List<JsonNode> young) {
        for (var parameter : old) {
            var name = id + " parameter " + parameter.path("name").asText();
            var same = same(parameter, young);
            if (same.isMissingNode()) {
                found.add(name + " is gone");
                continue;
            }
            for (var word : List.of("style", "explode")) {
                if (!same.path(word).equals(parameter.path(word))) {
                    found.add(name + " is written another way");
                }
            }
            schemas.compare(name, Side.REQUEST, parameter.path("schema"), same.path("schema"));
        }
        for (var parameter : young) {
            boolean was = same(parameter, old).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !was) {
                found.add(id + " parameter " + parameter.path("name").asText() + " is required");
            }
        }
    }

    private static JsonNode same(JsonNode parameter, List<JsonNode> among) {
        return among.stream()
                .filter(each -> each.path("name").equals(parameter.path("name")))
                .filter(each -> each.path("in").equals(parameter.path("in")))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private void body(String id, JsonNode old, JsonNode young) {
        if (young.path("required").asBoolean() && !old.path("required").asBoolean()) {
            found.add(id + " body is required");
        }
        contents(id + " body", Side.REQUEST, old, young);
    }

    private void answers(String id, JsonNode old, JsonNode young) {
        old.properties().forEach(answer -> {
            var name = id + " " + answer.getKey();
            if (!young.has(answer.getKey())) {
                found.add(name + " is gone");
                return;
            }
            var then = before.resolve(answer.getValue());
            var today = now.resolve(young.path(answer.getKey()));
            headers(name, then.path("headers"), today.path("headers"));
            if (!today.path("content").isEmpty() && then.path("content").isEmpty()) {
                found.add(name + " has a body");
            }
            contents(name, Side.ANSWER, then, today);
        });
        young.fieldNames().forEachRemaining(status -> {
            if (!old.has(status) && !status.startsWith("4") && !status.startsWith("5")) {
                found.add(id + " may answer " + status);
            }
        });
    }

    private void headers(String name, JsonNode old, JsonNode young) {
        old.properties().forEach(header -> {
            var same = young.path(header.getKey());
            if (same.isMissingNode()) {
                found.add(name + " header " + header.getKey() + " is gone");
            } else if (header.getValue().path("required").asBoolean()
                    && !same.path("required").asBoolean()) {
                found.add(name + " header " + header.getKey() + " may be absent");
            }
        });
    }

    private void contents(String name, Side side, JsonNode old, JsonNode young) {
        old.path("content").properties().forEach(content -> {
            var same = young.path("content").path(content.getKey());
            if (same.isMissingNode()) {
                found.add(name + " as " + content.getKey() + " is gone");
            } else {
                schemas.compare(name, side, content.getValue().path("schema"), same.path("schema"));
            }
        });
    }
}
