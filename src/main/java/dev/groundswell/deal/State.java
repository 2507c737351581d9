package dev.groundswell.deal;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "DealState",
        description = "What has become of a deal. `withdrawn`: deleted, or merged away; it is not counted")
public enum State {
    open,
    lost,
    won,
    withdrawn;

    /** True where this text is one of the states. */
    public static boolean isWord(String text) {
        return Arrays.stream(values()).anyMatch(state -> state.name().equals(text));
    }

    boolean isClosed() {
        return this == lost || this == won;
    }
}
