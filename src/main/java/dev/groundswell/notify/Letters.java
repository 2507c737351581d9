package dev.groundswell.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an event as its receiver reads it, signed where it is a webhook. */
@ApplicationScoped
class Letters {

    private final ObjectMapper json;

    Letters(ObjectMapper json) {
        this.json = json;
    }

    /** What is posted. */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    record Letter(Map<String, String> headers, byte[] body) {}

    Letter write(Channel channel, String id, ObjectNode event, List<SigningSecret> secrets, Instant now) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Groundswell");
        var body = bytes(
                switch (channel) {
                    case webhook -> event;
                    case slack -> SlackText.of(Card.of(event), json);
                    case teams -> TeamsCard.of(Card.of(event), json);
                });
        if (channel == Channel.webhook) {
            long seconds = now.getEpochSecond();
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", String.valueOf(seconds));
            headers.put(
                    "webhook-signature",
                    secrets.stream()
                            .map(secret -> secret.sign(id, seconds, body))
                            .collect(Collectors.joining(" ")));
        }
        return new Letter(headers, body);
    }

    private byte[] bytes(JsonNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
