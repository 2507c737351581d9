package dev.groundswell.trend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.Permission;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.SpanQuery;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.trend.rollup.FirstCounting;
import dev.groundswell.trend.rollup.Rollups;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Trends: the market's side of lost deals, never the sellers'. */
@Path("/v1/trends")
@Tag(name = "Trends")
@PermissionsAllowed(Permission.READ_TRENDS)
public class TrendResource {

    private final TrendReader reader;
    private final Standings standings;
    private final Rollups rollups;
    private final FirstCounting firstCounting;
    private final ObjectMapper json;

    TrendResource(
            TrendReader reader, Standings standings, Rollups rollups, FirstCounting firstCounting, ObjectMapper json) {
        this.reader = reader;
        this.standings = standings;
        this.rollups = rollups;
        this.firstCounting = firstCounting;
        this.json = json;
    }

    @GET
    @Path("/counts")
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getTrendCounts",
            summary = "Read how far the counting of deals is",
            description =
                    "Trends of a large workspace are read from counts. While they are made for the first time, the same "
                            + "answers come from the deals themselves, only slower.")
    public CountsView counts() throws SQLException {
        return CountsView.of(rollups.areReady(), firstCounting.progress());
    }

    @GET
    @Path("/{dimension}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getTrend",
            summary = "Read how a breakdown of lost deals moves over time",
            description =
                    "Counts primary reasons. Shares carry their Wilson 95 % interval. Keys that were merged count as what they were "
                            + "merged into; a deal counts for each competitor that it names.")
    @APIResponse(
            responseCode = "200",
            description = "The trend, with an ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TrendView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer with this ETag")
    public RestResponse<String> get(
            @PathParam("dimension") TrendDimension dimension,
            @BeanParam @Valid SpanQuery query,
            @BeanParam @Valid MarketFilter filter,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(description = "The ETag of an answer that is at hand")
                    @Nullable
                    String known,
            @Context UriInfo asked) {
        return answer(asked, known, now -> text(reader.read(now, dimension, query, filter)), Tags::of);
    }

    @GET
    @Path("/{dimension}.csv")
    @Produces(MediaTypes.CSV)
    @Operation(
            operationId = "getTrendCsv",
            summary = "Read a trend as CSV",
            description =
                    "A row for each bucket and key, and one with an empty key for the bucket as a whole. Sums in several currencies "
                            + "stand in one column, parted by semicolons.")
    @APIResponse(
            responseCode = "200",
            description = "The trend, with an ETag",
            content = @Content(mediaType = MediaTypes.CSV, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer with this ETag")
    public RestResponse<StreamingOutput> getCsv(
            @PathParam("dimension") TrendDimension dimension,
            @BeanParam @Valid SpanQuery query,
            @BeanParam @Valid MarketFilter filter,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(description = "The ETag of an answer that is at hand")
                    @Nullable
                    String known,
            @Context UriInfo asked) {
        return answer(asked, known, now -> new TrendCsv(reader.read(now, dimension, query, filter)), Tags::of);
    }

    /** The trend as it stands, for whoever holds no copy of it. */
    public TrendView read(TrendDimension dimension, @Valid SpanQuery query, @Valid MarketFilter filter) {
        return reader.read(standings.now(), dimension, query, filter);
    }

    private String text(TrendView trend) {
        try {
            return json.writeValueAsString(trend);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param ownTag what tags an answer while changes are on their way */
    private <T> RestResponse<T> answer(
            UriInfo asked, @Nullable String known, Function<Standing, T> body, Function<T, String> ownTag) {
        var now = standings.now();
        var tag = now.tag(
                asked.getRequestUri().getRawPath() + "?" + asked.getRequestUri().getRawQuery());
        if (tag.isPresent() && isKnown(tag.get(), known)) {
            return tagged(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), tag.get());
        }
        var answer = body.apply(now);
        var own = tag.orElseGet(() -> ownTag.apply(answer));
        return isKnown(own, known)
                ? tagged(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), own)
                : tagged(RestResponse.ResponseBuilder.ok(answer), own);
    }

    private static boolean isKnown(String tag, @Nullable String known) {
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .anyMatch(each -> each.strip().equals(tag));
    }

    private static <T> RestResponse<T> tagged(RestResponse.ResponseBuilder<T> answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
