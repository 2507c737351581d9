package dev.groundswell.deal;

import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.http.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of the market is asked about. Several keys of one dimension mean any of them; a seller is no dimension. */
public class MarketFilter {

    @QueryParam("product")
    @Parameter(description = "Key of a product; repeat it for any of several")
    @Size(max = 50)
    public List<@NotNull @Size(min = 1, max = 200) String> product = List.of();

    @QueryParam("segment")
    @Parameter(description = "Key of a segment; repeat it for any of several")
    @Size(max = 50)
    public List<@NotNull @Size(min = 1, max = 200) String> segment = List.of();

    @QueryParam("region")
    @Parameter(description = "Key of a region; repeat it for any of several")
    @Size(max = 50)
    public List<@NotNull @Size(min = 1, max = 200) String> region = List.of();

    @QueryParam("competitor")
    @Parameter(description = "Key of a competitor; repeat it for any of several")
    @Size(max = 50)
    public List<@NotNull @Size(min = 1, max = 200) String> competitor = List.of();

    @QueryParam("source")
    @Parameter(description = "Key of a source; repeat it for any of several")
    @Size(max = 50)
    public List<@NotNull @Size(min = 1, max = 60) String> source = List.of();

    /**
     * The filter in ids: null where a dimension is not filtered by; values merged into one of the keys count as that key.
     */
    public record Ids(
            @Nullable Collection<Long> products,
            @Nullable Collection<Long> segments,
            @Nullable Collection<Long> regions,
            @Nullable Collection<Long> competitors,
            @Nullable Collection<String> sources) {

        /** True where nothing is left out. */
        public boolean isEmpty() {
            return products == null && segments == null && regions == null && competitors == null && sources == null;
        }
    }

    /** Refuses keys that name nothing: a misspelt one must not be taken for a part of the market without deals. */
    public Ids resolve(Glossary glossary) {
        for (var key : source) {
            if (!glossary.knowsSource(key)) {
                throw ProblemException.invalid("/query/source", "names no source of this workspace");
            }
        }
        return new Ids(
                ids(Dimension.product, product, glossary),
                ids(Dimension.segment, segment, glossary),
                ids(Dimension.region, region, glossary),
                ids(Dimension.competitor, competitor, glossary),
                source.isEmpty() ? null : new TreeSet<>(source));
    }

    private static @Nullable Collection<Long> ids(Dimension dimension, List<String> keys, Glossary glossary) {
        if (keys.isEmpty()) {
            return null;
        }
        var ids = new ArrayList<Long>();
        for (var key : keys) {
            var value = glossary.marketByKey(dimension, key);
            if (value == null) {
                throw ProblemException.invalid("/query/" + dimension, "names no " + dimension + " of this workspace");
            }
            ids.addAll(glossary.idsFoldedInto(glossary.canonicalMarketValue(value.id())));
        }
        return ids;
    }
}
