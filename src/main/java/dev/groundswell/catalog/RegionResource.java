package dev.groundswell.catalog;

import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Regions: where buyers are. */
@Path("/v1/regions")
@Tag(name = "Regions")
public class RegionResource extends MarketResource {

    RegionResource(
            MarketValue.Repository values,
            MarketEditing editing,
            Catalog catalog,
            Cursors cursors,
            Idempotency idempotency) {
        super(Dimension.region, values, editing, catalog, cursors, idempotency);
    }
}
