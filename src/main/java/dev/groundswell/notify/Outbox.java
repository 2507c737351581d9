package dev.groundswell.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Where events wait. They are put here in the transaction of what they tell, so that nothing is told that did not happen, and
 * nothing that did is forgotten.
 */
@ApplicationScoped
class Outbox {

    private static final String PURPOSE = "outgoing.body";

    private final Subscription.Repository subscriptions;
    private final Outgoing.Repository outgoing;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;
    private final CurrentWorkspace workspace;
    private final Event<PutDown> putDown;

    Outbox(
            Subscription.Repository subscriptions,
            Outgoing.Repository outgoing,
            Vault vault,
            ObjectMapper json,
            Clock clock,
            CurrentWorkspace workspace,
            Event<PutDown> putDown) {
        this.subscriptions = subscriptions;
        this.outgoing = outgoing;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.workspace = workspace;
        this.putDown = putDown;
    }

    /** That something waits in a workspace, for whoever listens once it is committed. */
    record PutDown(String workspace) {}

    /** Puts down, for everybody who subscribes to it, what has just happened. */
    void tell(EventType type, JsonNode data) {
        var now = clock.instant();
        tell(type, data, now, now);
    }

    /**
     * The same for what must not be told to the second.
     *
     * @param at when it happened, as receivers are told
     * @param from when it may go out
     */
    void tell(EventType type, JsonNode data, Instant at, Instant from) {
        var message = UUID.randomUUID();
        subscriptions.keepAll();
        for (var subscription : subscriptions.to(type)) {
            put(subscription, message, type.word(), data, at, from);
        }
    }

    boolean hasSubscriberTo(EventType type) {
        return !subscriptions.to(type).isEmpty();
    }

    /** To one subscription, to try it out. */
    Outgoing test(Subscription subscription) {
        var now = clock.instant();
        var data = json.createObjectNode().put("message", "This is a test: what is sent by Groundswell arrives here.");
        return put(subscription, UUID.randomUUID(), EventType.TEST, data, now, now);
    }

    private Outgoing put(
            Subscription subscription, UUID message, String type, JsonNode data, Instant at, Instant from) {
        var body = json.createObjectNode();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.set("data", data);
        var row = new Outgoing(subscription.id, message, type, vault.lock(PURPOSE, write(body)), at, from);
        outgoing.persist(row);
        putDown.fire(new PutDown(workspace.id()));
        return row;
    }

    /** What was put down. */
    ObjectNode open(byte[] body) {
        try {
            return (ObjectNode) json.readTree(vault.unlock(PURPOSE, body));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] write(JsonNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
