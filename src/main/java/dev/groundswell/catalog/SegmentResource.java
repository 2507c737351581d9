package dev.groundswell.catalog;

import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Segments: which kind of buyers. */
@Path("/v1/segments")
@Tag(name = "Segments")
public class SegmentResource extends MarketResource {

    SegmentResource(
            MarketValue.Repository values,
            MarketEditing editing,
            Catalog catalog,
            Cursors cursors,
            Idempotency idempotency) {
        super(Dimension.segment, values, editing, catalog, cursors, idempotency);
    }
}
