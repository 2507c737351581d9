package dev.groundswell.http.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas that no operation leads to: left over from what the generator has seen on its way. */
final class Unused {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> reached = new HashSet<>();

    private Unused(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void drop(OpenAPI contract) {
        var all = new HashMap<>(contract.getComponents().getSchemas());
        var unused = new Unused(all);
        unused.follow(Schemas.ref("Problem"));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> Contents.schemasOf(operation).forEach(unused::follow));
        all.keySet().stream()
                .filter(name -> !unused.reached.contains(name))
                .forEach(name -> contract.getComponents().removeSchema(name));
    }

    private void follow(@Nullable Schema schema) {
        Schemas.walk(schema, each -> {
            var ref = each.getRef();
            if (ref != null && reached.add(ref.substring(PREFIX.length()))) {
                follow(schemas.get(ref.substring(PREFIX.length())));
            }
        });
    }
}
