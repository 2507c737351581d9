package dev.groundswell.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A card as Slack's incoming webhooks take it. What somebody wrote is shown as it was written: it mentions nobody, links to
 * nothing, and formats nothing of ours.
 */
final class SlackText {

    private static final int LONGEST = 2900;
    private static final int MOST = 40;

    /** Receivers that speak Slack's language may look for names in plain text. */
    private static final String NO_NAME = "@\u200b";

    private SlackText() {}

    static JsonNode of(Card card, ObjectMapper json) {
        var message = json.createObjectNode();
        message.put("text", escape(card.title()));
        message.put("mrkdwn", false);
        message.put("link_names", false);
        message.put("unfurl_links", false);
        message.put("unfurl_media", false);
        var blocks = message.putArray("blocks");
        blocks.add(block("header", text(json, "plain_text", escape(card.title()))));
        card.paragraphs().stream().limit(MOST).forEach(each -> blocks.add(section(json, each)));
        if (card.path() != null) {
            var context = blocks.addObject().put("type", "context");
            context.putArray("elements").add(text(json, "plain_text", escape(card.path())));
        }
        return message;
    }

    /** Slack reads three characters as its own, and tells them by these names. What is too long for it ends earlier. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        for (int next : text.codePoints().toArray()) {
            if (escaped.length() >= LONGEST) {
                return escaped.append('…').toString();
            }
            switch (next) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append(NO_NAME);
                default -> escaped.appendCodePoint(next);
            }
        }
        return escaped.toString();
    }

    private static JsonNode section(ObjectMapper json, String paragraph) {
        var words = text(json, "mrkdwn", escape(paragraph));
        words.put("verbatim", true);
        return block("section", words);
    }

    private static ObjectNode block(String type, ObjectNode text) {
        ObjectNode block = text.objectNode();
        block.put("type", type);
        block.set("text", text);
        return block;
    }

    private static ObjectNode text(ObjectMapper json, String type, String text) {
        return json.createObjectNode().put("type", type).put("text", text);
    }
}
