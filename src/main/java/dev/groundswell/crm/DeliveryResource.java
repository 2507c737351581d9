package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.access.Permission;
import dev.groundswell.crm.wire.Undecodable;
import dev.groundswell.crm.wire.Wire;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks that were kept, and what became of them. */
@Path("/v1/deliveries")
@Tag(name = "Deliveries")
class DeliveryResource {

    private static final String LIST = "deliveries";

    private final DeliveryList list;
    private final Deliveries deliveries;
    private final Cursors cursors;

    DeliveryResource(DeliveryList list, Deliveries deliveries, Cursors cursors) {
        this.list = list;
        this.deliveries = deliveries;
        this.cursors = cursors;
    }

    @Schema(
            name = "Delivery",
            description = "A webhook request that was kept, and what became of it",
            requiredProperties = {"id", "connection", "received_at", "state", "items"})
    record View(
            @Schema(examples = "4711") @Size(max = 20) String id,

            @Schema(description = "The id of its connection", examples = "7") @Size(max = 20)
            String connection,

            @Schema(description = "When it came", examples = "2026-11-20T08:30:00Z")
            Instant receivedAt,

            Deliveries.State state,

            @Schema(description = "Why it is dead: a code that stays the same", examples = "unknown_shape")
            @Size(max = 60)
            @Nullable
            String reason,

            @Schema(description = "What became of each item") @Size(max = 10000)
            List<ItemView> items,

            @Schema(
                    description = "When it was understood, or given up; absent while it waits",
                    examples = "2026-11-20T08:30:01Z")
            @Nullable
            Instant processedAt,

            @Schema(
                    implementation = Object.class,
                    description =
                            "The payload, whatever format it had, with what could name a person masked; only of one delivery, and only while it "
                                    + "is kept")
            @Nullable
            Object payload) {

        static View of(DeliveryList.Row row, @Nullable JsonNode payload) {
            return new View(
                    String.valueOf(row.id()),
                    String.valueOf(row.connection()),
                    row.receivedAt(),
                    row.state(),
                    row.reason(),
                    row.items(),
                    row.processedAt(),
                    payload);
        }
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "listDeliveries",
            summary = "List webhooks that were kept, the latest first",
            description =
                    "Without their payloads; each says what became of its items. Kept for seven days after success, "
                            + "and for thirty where it is dead.")
    public Page<View> list(
            @BeanParam @Valid PageQuery page,
            @QueryParam("state") @Parameter(description = "Only those in this state") Deliveries.@Nullable State state,
            @Pattern(regexp = "[1-9][0-9]{0,17}", message = "must be the id of a connection")
                    @QueryParam("connection")
                    @Parameter(description = "Only those of this connection")
                    @Nullable
                    String connection)
            throws SQLException {
        var position = cursors.read(LIST, page.cursor);
        var rows = list.before(
                position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)),
                state,
                connection == null ? null : Ids.parse(connection),
                page.limit() + 1);
        return Page.of(
                rows, page.limit(), row -> View.of(row, null), last -> cursors.after(LIST, String.valueOf(last.id())));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "getDelivery",
            summary = "Read a delivery with its payload",
            description = "What could name a person is masked in the payload, which is shown only while it is kept.")
    public View get(@PathParam("id") String id) throws SQLException {
        var delivery = deliveries.find(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        return View.of(row(delivery.id()), payload(delivery));
    }

    @POST
    @Path("/{id}/replay")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "replayDelivery",
            summary = "Read a delivery again by the mapping as it is now",
            description = "It goes back into the inbox. Reading it twice changes nothing twice.")
    public View replay(@PathParam("id") String id) throws SQLException {
        var delivery = deliveries.find(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        if (delivery.body() == null) {
            throw ProblemException.of(ProblemType.conflict, "The body is no longer kept");
        }
        list.again(delivery.id());
        return View.of(row(delivery.id()), null);
    }

    private DeliveryList.Row row(long id) throws SQLException {
        return list.before(id + 1, null, null, 1).stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    private static @Nullable JsonNode payload(Deliveries.Delivery delivery) {
        if (delivery.body() == null) {
            return null;
        }
        try {
            var tree = Wire.decode(delivery.body(), delivery.contentType(), delivery.headers());
            return tree.isMissingNode() ? null : Masked.payload(tree);
        } catch (Undecodable unreadable) {
            return null;
        }
    }
}
