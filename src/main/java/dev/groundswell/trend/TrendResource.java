package dev.groundswell.trend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.Permission;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.http.Digests;
import dev.groundswell.http.MediaTypes;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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
class TrendResource {

    private final TrendReader reader;
    private final ObjectMapper json;

    TrendResource(TrendReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    @GET
    @Path("/{dimension}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
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
            @BeanParam @Valid TrendQuery query,
            @BeanParam @Valid MarketFilter filter,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(description = "The ETag of an answer that is at hand")
                    @Nullable
                    String known)
            throws JsonProcessingException {
        return answer(json.writeValueAsString(reader.read(dimension, query, filter)), known);
    }

    @GET
    @Path("/{dimension}.csv")
    @Produces(MediaTypes.CSV)
    @Transactional
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
    public RestResponse<String> getCsv(
            @PathParam("dimension") TrendDimension dimension,
            @BeanParam @Valid TrendQuery query,
            @BeanParam @Valid MarketFilter filter,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(description = "The ETag of an answer that is at hand")
                    @Nullable
                    String known) {
        return answer(TrendCsv.of(reader.read(dimension, query, filter)), known);
    }

    private static RestResponse<String> answer(String body, @Nullable String known) {
        var digest = Arrays.copyOf(Digests.sha256(body.getBytes(StandardCharsets.UTF_8)), 16);
        var etag = "\"" + HexFormat.of().formatHex(digest) + "\"";
        boolean same = known != null
                && Arrays.stream(known.split(",", -1))
                        .anyMatch(each -> each.strip().equals(etag));
        var answer = same
                ? RestResponse.ResponseBuilder.<String>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(body);
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
