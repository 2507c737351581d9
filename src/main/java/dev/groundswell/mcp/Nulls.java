package dev.groundswell.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Models name arguments that they leave out, as null: the library fails on them, and absent is what they mean. */
@ApplicationScoped
class Nulls {

    private final ObjectMapper json;

    Nulls(ObjectMapper json) {
        this.json = json;
    }

    /** The message without arguments that are null; nothing where it has none, or is no JSON. */
    Optional<Buffer> without(Buffer message) {
        try {
            var tree = json.readTree(message.getBytes());
            var arguments = tree.at("/params/arguments");
            return arguments.properties().removeIf(each -> each.getValue().isNull())
                    ? Optional.of(Buffer.buffer(json.writeValueAsBytes(tree)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
