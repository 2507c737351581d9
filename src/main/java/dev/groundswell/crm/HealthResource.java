package dev.groundswell.crm;

import dev.groundswell.access.Permission;
import dev.groundswell.deal.Gaps;
import dev.groundswell.http.Ids;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a connection does: what comes, what does not, and since when. */
@Path("/v1/connections/{id}")
@Tag(name = "Connections")
class HealthResource {

    private final Connection.Repository connections;
    private final DeliveryList deliveries;
    private final Gaps gaps;

    HealthResource(Connection.Repository connections, DeliveryList deliveries, Gaps gaps) {
        this.connections = connections;
        this.deliveries = deliveries;
        this.gaps = gaps;
    }

    @Schema(
            name = "ConnectionHealth",
            description = "How a connection does: what came in, what was refused, and what its source does not tell",
            requiredProperties = {"waiting", "processed", "ignored", "dead", "refused", "missing", "unknown_stages"})
    record View(
            @Schema(description = "When the last webhook came; absent: none did") @Nullable
            Instant lastReceivedAt,

            @Schema(description = "Deliveries that wait to be understood", minimum = "0")
            long waiting,

            @Schema(description = "Deliveries that were folded into deals", minimum = "0")
            long processed,

            @Schema(description = "Deliveries that were not about deals", minimum = "0")
            long ignored,

            @Schema(description = "Deliveries that cannot be understood", minimum = "0")
            long dead,

            @Schema(
                    description =
                            "Requests that did not prove who sent them: counted, never kept; written up to a second late",
                    minimum = "0")
            long refused,

            @Schema(description = "When the last one was refused; absent: none was") @Nullable
            Instant lastRefusedAt,

            @Schema(description = "What the source does not tell, by field, in how many deals") @Size(max = 20)
            List<Missing> missing,

            @Schema(description = "Raw stages of which nobody has said what they mean, the most frequent first")
            @Size(max = 200)
            List<UnknownStage> unknownStages) {}

    @Schema(
            name = "MissingField",
            description = "A field that a source does not tell",
            requiredProperties = {"field", "deals"})
    record Missing(
            @Schema(
                    description =
                            "state (nobody knows what became of the deal), or of lost deals: closed_on, amount, currency, reason",
                    examples = "currency")
            @Size(max = 60)
            String field,

            @Schema(description = "In how many deals of the source", minimum = "0")
            long deals,

            @Schema(description = "The source time of the first of them; absent where nobody told it") @Nullable
            Instant since) {}

    @Schema(
            name = "UnknownStage",
            description = "A stage of which nobody has said what it means",
            requiredProperties = {"stage", "deals"})
    record UnknownStage(
            @Schema(description = "The stage, as the CRM calls it", examples = "1f4f1ec1-8174") @Size(max = 200)
            String stage,

            @Schema(description = "How many deals are in it", minimum = "0")
            long deals,

            @Schema(description = "The source time of the first of them") @Nullable
            Instant since) {}

    @Schema(name = "ReplayResult", description = "What was sent back into the inbox", requiredProperties = "replayed")
    record Replayed(
            @Schema(description = "How many deliveries went back into the inbox", minimum = "0")
            int replayed) {}

    @GET
    @Path("/health")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "getConnectionHealth",
            summary = "See what comes, what is missing, and since when",
            description =
                    "Counts of deliveries by what became of them, of requests that did not prove who sent them, the "
                            + "fields that the CRM leaves out, and the stages that nobody has explained yet.")
    public View health(@PathParam("id") String id) throws SQLException {
        var connection = find(id);
        var counts = deliveries.counts(connection.id);
        return new View(
                counts.last(),
                counts.byState().getOrDefault(Deliveries.State.received, 0L),
                counts.byState().getOrDefault(Deliveries.State.processed, 0L),
                counts.byState().getOrDefault(Deliveries.State.ignored, 0L),
                counts.byState().getOrDefault(Deliveries.State.dead, 0L),
                connection.refused,
                connection.lastRefused,
                gaps.fields(connection.source).stream()
                        .map(gap -> new Missing(gap.name(), gap.deals(), gap.since()))
                        .toList(),
                gaps.stages(connection.source).stream()
                        .map(gap -> new UnknownStage(gap.name(), gap.deals(), gap.since()))
                        .toList());
    }

    @POST
    @Path("/replay")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "replayDeadDeliveries",
            summary = "Read all dead deliveries of a connection again",
            description = "After the mapping was mended, for instance. Reading them twice changes nothing twice.")
    public Replayed replay(@PathParam("id") String id) throws SQLException {
        var connection = find(id);
        // before its deliveries, as a deletion takes it
        connections.keepAll();
        return new Replayed(deliveries.deadAgain(connection.id));
    }

    private Connection find(String id) {
        return connections.findByIdOptional(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }
}
