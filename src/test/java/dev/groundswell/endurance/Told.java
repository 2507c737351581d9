package dev.groundswell.endurance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.notify.Receiver;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What has come to a receiver: of each event the messages by which it came, which is one, however often it was sent. */
record Told(Map<String, Set<String>> messages) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Told to(Receiver receiver) throws IOException {
        var messages = new HashMap<String, Set<String>>();
        for (var request : receiver.got()) {
            var body = JSON.readTree(request.body());
            var type = body.path("type").asText();
            var what = body.at(type.equals("concern.surfaced") ? "/data/words" : "/data/id")
                    .asText();
            messages.computeIfAbsent(type + " " + what, event -> new HashSet<>())
                    .add(request.headers().get("webhook-id"));
        }
        return new Told(messages);
    }

    boolean holds(String type, String what) {
        return messages.containsKey(type + " " + what);
    }

    /** Messages beyond the one that each event has. */
    long tooMany() {
        return messages.values().stream().mapToLong(ids -> ids.size() - 1L).sum();
    }
}
