package dev.groundswell.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.crm.Adapter;
import dev.groundswell.crm.proof.HookRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** HubSpot's signatures, and its events under one set of names. */
@ApplicationScoped
class HubSpot implements Adapter {

    /** The type id of deals on the newer platform. */
    private static final String DEAL = "0-3";

    @Override
    public String kind() {
        return "hubspot";
    }

    @Override
    public int strength(HookRequest request, String secret) {
        return HubSpotSignature.versionThatHolds(request, secret);
    }

    /**
     * Events always come as a list, with {@code deal} and {@code event} beside what HubSpot says; a merger is told of each
     * deal that went under.
     */
    @Override
    public JsonNode unify(JsonNode tree) {
        if (tree instanceof ObjectNode single && !isEvent(single)) {
            return tree;
        }
        var events = JsonNodeFactory.instance.arrayNode();
        for (var each : tree instanceof ArrayNode list
                ? list
                : JsonNodeFactory.instance.arrayNode().add(tree)) {
            if (each instanceof ObjectNode event) {
                add(events, event);
            }
        }
        return events;
    }

    private static boolean isEvent(ObjectNode object) {
        return object.has("subscriptionType") || object.has("eventType");
    }

    private static void add(ArrayNode events, ObjectNode given) {
        var type = given.path("subscriptionType").asText(given.path("eventType").asText());
        int dot = type.lastIndexOf('.');
        var event = given.deepCopy();
        event.put("deal", type.startsWith("deal.") || (type.startsWith("object.") && isDealType(given)));
        event.put("event", type.substring(dot + 1));
        events.add(event);
        for (var merged : given.path("mergedObjectIds")) {
            var gone = event.deepCopy();
            gone.set("objectId", merged);
            gone.put("event", "deletion");
            events.add(gone);
        }
    }

    private static boolean isDealType(ObjectNode event) {
        return event.path("objectTypeId").asText().equals(DEAL);
    }
}
