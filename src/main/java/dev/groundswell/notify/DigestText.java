package dev.groundswell.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The digest as people read it, made from the JSON that programs read. */
final class DigestText {

    private DigestText() {}

    static String of(JsonNode digest) {
        return "The week " + digest.path("week").asText() + " ("
                + digest.path("since").asText() + " to " + digest.path("until").asText() + ")\n\n"
                + String.join("\n\n", paragraphs(digest)) + "\n";
    }

    static List<String> paragraphs(JsonNode digest) {
        var paragraphs = new ArrayList<String>();
        for (var signal : digest.path("signals")) {
            paragraphs.add((signal.path("cleared").asBoolean() ? "No longer so: " : "Signal: ")
                    + signal.path("sentence").asText());
        }
        for (var release : digest.path("releases")) {
            paragraphs.add("Told: the field's view of " + release.path("period").asText());
        }
        for (var concern : digest.path("surfaced")) {
            paragraphs.add("Surfaced: " + concern.path("words").asText());
        }
        for (var due : digest.path("answers_due")) {
            var when = due.path("answer_due").asText();
            paragraphs.add((due.path("overdue").asBoolean() ? "Overdue since " + when : "Answer due by " + when) + ": "
                    + due.path("words").asText());
        }
        if (paragraphs.isEmpty()) {
            paragraphs.add(
                    "Nothing has changed that can be shown, nothing was told, nothing surfaced, and no answer is owed.");
        }
        paragraphs.add(listening(digest.path("listening")));
        paragraphs.add(gaps(digest.path("gaps")));
        return paragraphs;
    }

    private static String listening(JsonNode heard) {
        var said = "Listening, over a year: " + counted(heard, "raised", "concern") + " surfaced, "
                + heard.path("answered").asLong() + " answered, "
                + heard.path("standing").asLong() + " left standing";
        return heard.has("median_days_to_answer")
                ? said
                        + String.format(
                                Locale.ROOT,
                                ", half of the answers within %.0f days",
                                heard.path("median_days_to_answer").asDouble())
                : said;
    }

    private static String gaps(JsonNode gaps) {
        return "Not known, of " + counted(gaps, "lost", "deal") + " lost in 90 days: the meaning of the reason of "
                + gaps.path("unmapped").asLong() + ", any reason of "
                + gaps.path("unknown").asLong() + ", date or currency of "
                + gaps.path("needs_enrichment").asLong();
    }

    private static String counted(JsonNode numbers, String field, String noun) {
        long count = numbers.path(field).asLong();
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
