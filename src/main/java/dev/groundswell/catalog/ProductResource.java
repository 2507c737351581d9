package dev.groundswell.catalog;

import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Products: what was offered. */
@Path("/v1/products")
@Tag(name = "Products")
public class ProductResource extends MarketResource {

    ProductResource(
            MarketValue.Repository values,
            MarketEditing editing,
            Catalog catalog,
            Cursors cursors,
            Idempotency idempotency) {
        super(Dimension.product, values, editing, catalog, cursors, idempotency);
    }
}
