package dev.groundswell.catalog;

import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Competitors: who else was asked. */
@Path("/v1/competitors")
@Tag(name = "Competitors")
public class CompetitorResource extends MarketResource {

    CompetitorResource(
            MarketValue.Repository values,
            MarketEditing editing,
            Catalog catalog,
            Cursors cursors,
            Idempotency idempotency) {
        super(Dimension.competitor, values, editing, catalog, cursors, idempotency);
    }
}
