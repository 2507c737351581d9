package dev.groundswell.deal;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.groundswell.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes sellers nameless at the door. */
@ApplicationScoped
public class Owners {

    private final CurrentCaller caller;

    Owners(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The same seller of the same source is the same pseudonym, in this workspace alone. */
    public TextNode pseudonym(String source, String owner) {
        var seal = caller.seal("owner", (source + "\n" + owner).getBytes(StandardCharsets.UTF_8));
        return TextNode.valueOf(HexFormat.of().formatHex(Arrays.copyOf(seal, 16)));
    }
}
