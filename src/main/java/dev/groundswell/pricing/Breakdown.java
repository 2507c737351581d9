package dev.groundswell.pricing;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** By what each bucket is broken down. */
public class Breakdown {

    @QueryParam("by")
    @Parameter(
            description = "Breaks each bucket down; a deal counts for each competitor that it names",
            schema = @Schema(implementation = By.class))
    @Nullable
    public By by;
}
