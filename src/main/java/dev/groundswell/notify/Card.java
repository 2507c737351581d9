package dev.groundswell.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event in words, for people in a chat.
 *
 * @param paragraphs each without line ends of its own, or a list of lines
 * @param path where the API tells more
 */
record Card(String title, List<String> paragraphs, @Nullable String path) {

    static Card of(JsonNode event) {
        var type = event.path("type").asText();
        var data = event.path("data");
        if (type.equals(EventType.TEST)) {
            return new Card("Test", List.of(text(data, "message")), null);
        }
        var path = text(data, "path");
        return switch (EventType.of(type)) {
            case signal_opened -> new Card("A signal has opened", List.of(text(data, "sentence")), path);
            case signal_cleared -> new Card("A signal has cleared", List.of(text(data, "sentence")), path);
            case concern_surfaced -> new Card("A concern has surfaced", List.of(text(data, "words")), path);
            case release_published ->
                new Card("The field's view of " + text(data, "period") + " is there", List.of(), path);
            case question_closed -> new Card("A question to the field was answered", List.of(), path);
            case response_given ->
                new Card("Leadership answered: " + text(data, "kind"), List.of(text(data, "words")), path);
            case digest_weekly -> new Card("The week " + text(data, "week"), DigestText.paragraphs(data), path);
        };
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).asText();
    }
}
