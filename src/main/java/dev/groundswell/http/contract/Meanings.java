package dev.groundswell.http.contract;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** What fields mean that mean the same wherever they stand, unless they say more themselves; and which enums may grow. */
final class Meanings {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("id", "What it is known by here: a text that never changes"),
            Map.entry("key", "What filters take; never changes"),
            Map.entry("label", "What people call it"),
            Map.entry("created_at", "When it was made"),
            Map.entry("released_on", "The day on which it was released"),
            Map.entry("since", "First day, inclusive"),
            Map.entry("until", "Last day, inclusive"),
            Map.entry("low", "Lower end of the interval"),
            Map.entry("high", "Upper end of the interval"),
            Map.entry("currency", "ISO 4217"),
            Map.entry("source", "The source that the deal lives in"),
            Map.entry("external_id", "The deal's id in its source"),
            Map.entry("items", "What is on this page"),
            Map.entry("buckets", "The earliest first"));

    /** There are no more words for these. All other enums may get new ones, which those who only send them need not know. */
    private static final Set<String> CLOSED = Set.of("SignalDirection");

    private final Map<String, Schema> schemas;

    private Meanings(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void describe(OpenAPI contract) {
        var meanings = new Meanings(contract.getComponents().getSchemas());
        meanings.ofFields();
        meanings.openEnums();
    }

    private void ofFields() {
        schemas.values().stream()
                .filter(schema -> schema.getProperties() != null)
                .forEach(schema -> schema.getProperties().forEach((name, field) -> {
                    if (field.getDescription() == null) {
                        field.setDescription(meaning(name, field));
                    }
                }));
    }

    /** Of a field that has nothing to add to its schema: what that says first. Clients show a field's own words only. */
    private @Nullable String meaning(String name, Schema field) {
        if (field.getRef() == null) {
            return FIELDS.get(name);
        }
        var schema = field.getRef().substring(field.getRef().lastIndexOf('/') + 1);
        return description(schema).split("\\. ", 2)[0];
    }

    private void openEnums() {
        schemas.forEach((name, schema) -> {
            if (schema.getEnumeration() != null && !CLOSED.contains(name)) {
                schema.setDescription(description(name) + ". Clients must accept unknown values");
            }
        });
    }

    private String description(String schema) {
        var known = schemas.get(schema);
        return Objects.requireNonNull(
                known == null ? null : known.getDescription(), () -> schema + " wants a description");
    }
}
