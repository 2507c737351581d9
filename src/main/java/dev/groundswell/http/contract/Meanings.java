package dev.groundswell.http.contract;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

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

    private Meanings() {}

    static void describe(OpenAPI contract) {
        contract.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                schema.getProperties().forEach(Meanings::describe);
            }
            if (schema.getEnumeration() != null && !CLOSED.contains(name)) {
                schema.setDescription(schema.getDescription() + ". Clients must accept unknown values");
            }
        });
    }

    private static void describe(String field, Schema schema) {
        if (schema.getDescription() == null && schema.getRef() == null && FIELDS.containsKey(field)) {
            schema.setDescription(FIELDS.get(field));
        }
    }
}
