package dev.groundswell.crm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Tells formats apart: by the body where it speaks for itself, because senders often name the wrong type. */
public final class Wire {

    private Wire() {}

    /**
     * Reads a body by what it is.
     *
     * @param headers those that were kept, by lower-case name
     */
    public static JsonNode decode(byte[] body, String contentType, ObjectNode headers) throws Undecodable {
        var tree = tree(body, contentType);
        return CloudEvents.unify(tree, contentType, headers);
    }

    private static JsonNode tree(byte[] body, String contentType) throws Undecodable {
        return switch (first(body)) {
            case 0 -> MissingNode.getInstance();
            case '{', '[' -> Json.read(body);
            case '<' -> Xml.read(body);
            default -> {
                if (contentType.startsWith("application/x-www-form-urlencoded")) {
                    yield Form.read(new String(body, StandardCharsets.UTF_8));
                }
                throw new Undecodable("unknown_format", "neither JSON nor XML nor a form");
            }
        };
    }

    /** The first byte that is neither white space nor part of a byte order mark. */
    private static int first(byte[] body) {
        for (byte each : body) {
            int b = each & 0xff;
            if (b > ' ' && b != 0xef && b != 0xbb && b != 0xbf) {
                return b;
            }
        }
        return 0;
    }
}
