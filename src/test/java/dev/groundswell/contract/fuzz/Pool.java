package dev.groundswell.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What answers have told of what there is: values for the places of paths. */
final class Pool {

    private static final Map<String, String> ALWAYS = Map.of("{source}", "crm", "{external_id}", "1");

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> cursors = new ArrayList<>();
    private final Random random;

    Pool(Random random) {
        this.random = random;
    }

    /** An answer of a collection, or the one resource that was made in it. */
    void learn(String template, JsonNode answer) {
        var collection = template.replaceAll("/(open|mine)$", "");
        if (answer.has("next_cursor")) {
            cursors.add(answer.path("next_cursor").asText());
        }
        var items = answer.has("items") ? answer.path("items") : List.of(answer);
        items.forEach(item -> {
            for (var name : List.of("id", "code", "key", "source")) {
                if (item.path(name).isTextual()) {
                    values.computeIfAbsent(collection + "/{" + name + "}", place -> new ArrayList<>())
                            .add(item.path(name).asText());
                }
            }
        });
    }

    /** For the first place of a template; others are always the same. */
    Optional<String> place(String template, String place) {
        var known = values.getOrDefault(template.substring(0, template.indexOf(place)) + place, List.of());
        return known.isEmpty()
                ? Optional.ofNullable(ALWAYS.get(place))
                : Optional.of(known.get(random.nextInt(known.size())));
    }

    Optional<String> cursor() {
        return cursors.isEmpty() ? Optional.empty() : Optional.of(cursors.get(random.nextInt(cursors.size())));
    }
}
