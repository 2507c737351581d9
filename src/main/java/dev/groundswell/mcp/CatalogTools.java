package dev.groundswell.mcp;

import dev.groundswell.catalog.CompetitorResource;
import dev.groundswell.catalog.ProductResource;
import dev.groundswell.catalog.ReasonResource;
import dev.groundswell.catalog.RegionResource;
import dev.groundswell.catalog.SegmentResource;
import dev.groundswell.catalog.SourceResource;
import dev.groundswell.http.PageQuery;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The words that one needs to ask. */
@ApplicationScoped
class CatalogTools {

    private final Tools tools;
    private final ReasonResource reasons;
    private final ProductResource products;
    private final SegmentResource segments;
    private final RegionResource regions;
    private final CompetitorResource competitors;
    private final SourceResource sources;

    CatalogTools(
            Tools tools,
            ReasonResource reasons,
            ProductResource products,
            SegmentResource segments,
            RegionResource regions,
            CompetitorResource competitors,
            SourceResource sources) {
        this.tools = tools;
        this.reasons = reasons;
        this.products = products;
        this.segments = segments;
        this.regions = regions;
        this.competitors = competitors;
        this.sources = sources;
    }

    /** A list of the catalog. */
    public enum Words {
        reasons,
        products,
        segments,
        regions,
        competitors,
        sources
    }

    /** Which list is asked for. */
    public static class Listing {

        @QueryParam("list")
        @Parameter(description = "Which words")
        @NotNull
        public Words list;
    }

    void offer(@Observes StartupEvent starting) {
        tools.add(
                "catalog",
                "The words that one needs to ask",
                "The reasons of the taxonomy, or the keys of products, segments, regions, competitors and sources: filters of the other tools "
                        + "take keys. Read on with `cursor`.",
                Inputs.of(Listing.class, PageQuery.class),
                asked -> list(asked.read(Listing.class).list, asked.read(PageQuery.class)));
    }

    private Object list(Words words, PageQuery page) {
        return switch (words) {
            case reasons -> reasons.list(page);
            case products -> products.list(page);
            case segments -> segments.list(page);
            case regions -> regions.list(page);
            case competitors -> competitors.list(page);
            case sources -> sources.list(page);
        };
    }
}
