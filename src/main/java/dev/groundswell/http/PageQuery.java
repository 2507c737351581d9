package dev.groundswell.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list. */
public class PageQuery {

    @QueryParam("limit")
    @Parameter(
            description = "How many rows at most",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    @Min(1)
    @Max(value = Page.MAX_LIMIT, message = "must be at most 200: larger pages are slower, not better")
    @Nullable
    public Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "`next_cursor` of the page before; absent for the first page")
    @Size(max = 4000)
    @Nullable
    public String cursor;

    public int limit() {
        return limit == null ? Page.DEFAULT_LIMIT : limit;
    }
}
