package dev.groundswell.http.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What parameters mean, and an example of each: what is called the same means the same everywhere. */
final class Parameters {

    private static final String RANDOM_ID = "5f0c9b1e-8a43-4be0-9f3e-2a9a0f8f7c11";
    private static final int LONGEST_IN_PATH = 300;

    /** What an id in a path is the id of, by the word before it. */
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("aliases", "an alias"),
            Map.entry("concerns", "a concern"),
            Map.entry("connections", "a connection"),
            Map.entry("deliveries", "a delivery"),
            Map.entry("field_reports", "one of your own reports"),
            Map.entry("imports", "an import"),
            Map.entry("invites", "an invite"),
            Map.entry("keys", "a key"),
            Map.entry("losses", "a lost deal"),
            Map.entry("members", "a member"),
            Map.entry("questions", "a question"),
            Map.entry("releases", "a release"),
            Map.entry("signals", "a signal"),
            Map.entry("subscriptions", "a subscription"),
            Map.entry("products", "a product"),
            Map.entry("segments", "a segment"),
            Map.entry("regions", "a region"),
            Map.entry("competitors", "a competitor"));

    /** Keys of the market, by what they are keys of. */
    private static final Map<String, String> KEYS =
            Map.of("products", "platform", "segments", "mid-market", "regions", "emea", "competitors", "kestrova");

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "source", "The source that the deal lives in",
            "external_id", "The deal's id in its source",
            "code", "The code of a reason",
            "dimension", "What lost deals are broken down by",
            "If-Match", "The ETag that was read, or `*` for whatever is there");

    private static final Map<String, Object> EXAMPLES = Map.ofEntries(
            Map.entry("cursor", "TDz6sn2Vb0nZ5Tq1"),
            Map.entry("limit", 50),
            Map.entry("Idempotency-Key", RANDOM_ID),
            Map.entry("If-Match", "\"3\""),
            Map.entry("If-None-Match", "\"3f9a1c\""),
            Map.entry("as_of", "2026-11-20T08:30:00Z"),
            Map.entry("dry_run", true),
            Map.entry("external_id", "9911"),
            Map.entry("connection", "7"),
            Map.entry("dimension", "reasons"),
            Map.entry("since", "2026-01-01"),
            Map.entry("until", "2026-12-31"),
            Map.entry("product", List.of("platform")),
            Map.entry("segment", List.of("mid-market")),
            Map.entry("region", List.of("emea")),
            Map.entry("competitor", List.of("kestrova")),
            Map.entry("by", "product"),
            Map.entry("interval", "month"));

    private final String path;
    private final Operation operation;

    Parameters(String path, Operation operation) {
        this.path = path;
        this.operation = operation;
    }

    void describe() {
        for (var parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            if (parameter.getDescription() == null) {
                parameter.setDescription(description(parameter.getName()));
            }
            parameter.setExample(example(parameter));
            if (parameter.getIn() == Parameter.In.PATH
                    && parameter.getSchema().getMaxLength() != null
                    && parameter.getSchema().getMaxLength() > LONGEST_IN_PATH) {
                parameter.getSchema().setMaxLength(LONGEST_IN_PATH);
            }
        }
    }

    private @Nullable String description(String name) {
        return switch (name) {
            case "id" -> "The id of " + thing();
            case "key" -> "The key of " + thing();
            case "source" -> collection().equals("sources") ? "The key of a source" : DESCRIPTIONS.get(name);
            default -> DESCRIPTIONS.get(name);
        };
    }

    private String thing() {
        return Objects.requireNonNull(THINGS.get(collection()), collection());
    }

    private Object example(Parameter parameter) {
        return switch (parameter.getName()) {
            case "id" -> collection().matches("concerns|field_reports") ? RANDOM_ID : "7";
            case "key" -> Objects.requireNonNull(KEYS.get(collection()), collection());
            case "code" ->
                collection().equals("invites")
                        ? "gsi_live_k3v9q2mz1f0aa4xx_Zr5VnRr6kC0nJ8yqLw3uGd1hQe7tXb000001"
                        : "price_level";
            case "source" -> parameter.getIn() == Parameter.In.PATH ? "hubspot" : List.of("hubspot");
            case "state" -> collection().equals("signals") ? "open" : "dead";
            default ->
                Objects.requireNonNull(
                        EXAMPLES.get(parameter.getName()),
                        () -> operation.getOperationId() + " wants an example of " + parameter.getName());
        };
    }

    /** The word before the first brace, or the last one. */
    private String collection() {
        var words = path.replaceAll("/\\{.*", "").split("/", -1);
        return words[words.length - 1];
    }
}
