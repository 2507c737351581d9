package dev.groundswell.http.contract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Gives schemas the names and shapes that generators like: pages called after their items, merge patches by what they
 * patch, dates in place, bounds on everything, null only where a patch clears with it.
 */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";

    private static final Map<String, String> DATES =
            Map.of("LocalDate", "date", "Instant", "date-time", "OffsetDateTime", "date-time");

    /** What is never without a value: a patch cannot clear it. */
    private static final Set<String> KEPT = Set.of("name", "label", "url", "zone");

    private final OpenAPI contract;
    private final Map<String, Schema> schemas;
    private final Map<String, String> replaced = new HashMap<>();

    Schemas(OpenAPI contract) {
        this.contract = contract;
        this.schemas = new TreeMap<>(contract.getComponents().getSchemas());
    }

    void tidy() {
        for (var each : Map.copyOf(schemas).entrySet()) {
            var name = each.getKey();
            var properties = each.getValue().getProperties();
            if (name.startsWith("MergePatch")) {
                replaced.put(PREFIX + name, property(each.getValue(), "value").getRef());
                schemas.remove(name);
            } else if (name.startsWith("Page") && properties != null && properties.containsKey("items")) {
                namePage(name, each.getValue());
            } else if (name.equals("ObjectNode") || name.startsWith("JsonNode") || DATES.containsKey(name)) {
                schemas.remove(name);
            }
        }
        schemas.values().forEach(schema -> walk(schema, this::tidy));
        schemas.forEach(Schemas::allowNullToClear);
        contract.getComponents().setSchemas(schemas);
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> Contents.schemasOf(operation).forEach(schema -> walk(schema, this::tidy)));
    }

    private void namePage(String name, Schema page) {
        var items = property(page, "items").getItems();
        if (items == null || items.getRef() == null) {
            schemas.remove(name);
            return;
        }
        var named = items.getRef().substring(PREFIX.length()) + "Page";
        property(page, "items").setMaxItems(200);
        page.setDescription("One page of a list");
        schemas.remove(name);
        schemas.put(named, page);
        replaced.put(PREFIX + name, PREFIX + named);
    }

    private void tidy(Schema schema) {
        var ref = schema.getRef();
        if (ref != null) {
            var format = DATES.get(ref.substring(PREFIX.length()));
            if (format != null) {
                schema.setRef(null);
                schema.setType(List.of(SchemaType.STRING));
                schema.setFormat(format);
                schema.setMaxLength(format.equals("date") ? 10 : 40);
            } else {
                schema.setRef(replaced.getOrDefault(ref, ref));
                schema.setType((List<SchemaType>) null);
                schema.setExamples(null);
                schema.setMaxLength(null);
                schema.setMinLength(null);
            }
            return;
        }
        if (schema.getPattern() != null) {
            schema.setPattern(Patterns.portable(schema.getPattern()));
        }
        Bounds.set(schema);
    }

    /** In merge patches null clears; said where generators can say it, which is for plain values. */
    private static void allowNullToClear(String name, Schema schema) {
        if (!(name.endsWith("Update")
                || name.equals("DealWrite")
                || name.equals("DealBatchItem")
                || name.equals("LossCreate"))) {
            return;
        }
        var required = Objects.requireNonNullElse(schema.getRequired(), List.<String>of());
        schema.getProperties().forEach((field, property) -> {
            if (!required.contains(field)
                    && !KEPT.contains(field)
                    && is(property, SchemaType.STRING)
                    && property.getEnumeration() == null) {
                property.setType(List.of(SchemaType.STRING, SchemaType.NULL));
            }
        });
    }

    private static Schema property(Schema schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name), name);
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    static void walk(@Nullable Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        walk(schema.getItems(), visitor);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> walk(property, visitor));
        }
        walk(schema.getAdditionalPropertiesSchema(), visitor);
        for (var choices : Arrays.asList(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())) {
            if (choices != null) {
                choices.forEach(choice -> walk(choice, visitor));
            }
        }
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(PREFIX + name);
    }
}
