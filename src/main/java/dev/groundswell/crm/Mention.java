package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.access.PersonErased;
import dev.groundswell.access.PersonNames;
import dev.groundswell.crm.mapping.SalesforceId;
import dev.groundswell.crm.wire.Undecodable;
import dev.groundswell.crm.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what a CRM sent is about a person: by the seller's id as a value, or by a name in any text. */
final class Mention {

    private final PersonNames names;
    private final @Nullable String seller;

    /** The id where nothing tells values apart, such as in a line that is no row. */
    private final @Nullable Pattern amidText;

    /** @param source of which deals are told here: the id is a seller's there alone */
    Mention(PersonErased person, String source) {
        var owner = person.seller();
        var id = owner != null && owner.source().equals(source) ? owner.id() : null;
        this.names = person.names();
        this.seller = id == null ? null : SalesforceId.long18(id);
        this.amidText = id == null ? null : Pattern.compile("(?U)(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])");
    }

    boolean in(Deliveries.Delivery delivery) {
        return in(delivery.query()) || in(delivery.headers()) || inBody(delivery);
    }

    boolean in(JsonNode tree) {
        return tree.isTextual() ? inText(tree.textValue()) : inValues(tree);
    }

    private boolean inBody(Deliveries.Delivery delivery) {
        var body = delivery.body();
        if (body == null) {
            return false;
        }
        try {
            return in(Wire.decode(body, delivery.contentType(), delivery.headers()));
        } catch (Undecodable unreadable) {
            return inText(new String(body, StandardCharsets.UTF_8));
        }
    }

    private boolean inValues(JsonNode tree) {
        for (var each : tree) {
            if (each.isContainerNode() ? inValues(each) : inValue(each.asText())) {
                return true;
            }
        }
        return false;
    }

    private boolean inValue(String value) {
        boolean isPacked = value.startsWith("{") || value.startsWith("[");
        return isPacked ? inText(value) : SalesforceId.long18(value.strip()).equals(seller) || names.in(value);
    }

    private boolean inText(String text) {
        return (amidText != null && amidText.matcher(text).find()) || names.in(text);
    }
}
