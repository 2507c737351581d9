package dev.groundswell.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A card as a Workflows webhook of Teams takes it. What somebody wrote stands in runs of text, which know no Markdown, so
 * that it links to nothing and mentions nobody.
 */
final class TeamsCard {

    private static final String ADAPTIVE = "application/vnd.microsoft.card.adaptive";
    private static final int LONGEST = 4000;
    private static final int MOST = 40;

    /** Teams takes 28 kB; a character may take several. */
    private static final int MOST_CHARACTERS = 8000;

    private TeamsCard() {}

    static JsonNode of(Card card, ObjectMapper json) {
        var message = json.createObjectNode().put("type", "message");
        var attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", ADAPTIVE);
        var content = attachment.putObject("content");
        content.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        content.put("type", "AdaptiveCard");
        content.put("version", "1.4");
        var body = content.putArray("body");
        run(body, card.title()).put("weight", "Bolder").put("size", "Medium");
        int left = MOST_CHARACTERS;
        for (var paragraph : card.paragraphs().stream().limit(MOST).toList()) {
            if (left <= 0) {
                break;
            }
            var text = cut(paragraph, Math.min(left, LONGEST));
            run(body, text);
            left -= text.length();
        }
        if (card.path() != null) {
            run(body, card.path()).put("isSubtle", true).put("size", "Small");
        }
        return message;
    }

    private static ObjectNode run(ArrayNode body, String text) {
        var block = body.addObject().put("type", "RichTextBlock");
        return block.putArray("inlines").addObject().put("type", "TextRun").put("text", text);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
