package dev.groundswell.listening;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which changes in the market are asked for. */
public class SignalQuery {

    @QueryParam("state")
    @Parameter(description = "`open` holds the answered ones, too; absent: all")
    @Nullable
    public Holding state;

    @Schema(
            name = "SignalFilter",
            description = "Whether it still holds: signals that are `open`, answered or not, or `cleared`")
    public enum Holding {
        open,
        cleared
    }

    /** Null where both are asked for. */
    @Nullable
    Boolean isOpen() {
        return state == null ? null : state == Holding.open;
    }
}
