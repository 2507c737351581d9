package dev.groundswell.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a client that was written for one contract would run into with another: a sentence each. docs/contract.md says what
 * counts and why. It is own code because the libraries for it read OpenAPI 3.0, where null and types are said differently.
 */
final class BreakingChanges {

    private BreakingChanges() {}

    static List<String> between(Description before, Description now) {
        var found = new LinkedHashSet<String>();
        waysIn(before, now, found);
        var operations = new OperationChanges(before, now, found);
        before.operations().forEach((place, operation) -> {
            var same = now.operations().get(place);
            if (same == null) {
                found.add(place + " is gone");
            } else {
                operations.compare(place, operation, same);
            }
        });
        return List.copyOf(found);
    }

    private static void waysIn(Description before, Description now, Set<String> found) {
        before.root().at("/components/securitySchemes").properties().forEach(scheme -> {
            var same = now.root().at("/components/securitySchemes").path(scheme.getKey());
            for (var word : List.of("type", "scheme", "in", "name")) {
                if (!same.path(word).equals(scheme.getValue().path(word))) {
                    found.add("security scheme " + scheme.getKey() + " is another one");
                }
            }
        });
        before.root().path("servers").forEach(server -> {
            if (now.root().path("servers").findValuesAsText("url").stream()
                    .noneMatch(server.path("url").asText()::equals)) {
                found.add("server " + server.path("url").asText() + " is gone");
            }
        });
    }
}
