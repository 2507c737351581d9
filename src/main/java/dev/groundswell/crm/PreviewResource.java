package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.groundswell.access.Permission;
import dev.groundswell.crm.mapping.Reading;
import dev.groundswell.crm.wire.Form;
import dev.groundswell.crm.wire.Json;
import dev.groundswell.deal.Field;
import dev.groundswell.http.AnyParameters;
import dev.groundswell.http.Ids;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What would this payload become, and why? */
@Path("/v1/connections/{id}/preview")
@Tag(name = "Connections")
class PreviewResource {

    private final Setups setups;
    private final Understanding understanding;
    private final Clock clock;

    PreviewResource(Setups setups, Understanding understanding, Clock clock) {
        this.setups = setups;
        this.understanding = understanding;
        this.clock = clock;
    }

    @Schema(
            name = "ConnectionPreview",
            description = "What a payload would become; nothing of it is kept",
            requiredProperties = "items")
    record View(
            @Schema(description = "Item by item") @Size(max = 10000)
            List<Item> items) {}

    @Schema(
            name = "ConnectionPreviewItem",
            description = "What one item of a payload would become",
            requiredProperties = {"result"})
    record Item(
            @Schema(description = "What would become of it") ItemView.Result result,

            @Schema(description = "The variant of the mapping that reads it", examples = "v2") @Size(max = 60) @Nullable
            String variant,

            @Schema(description = "The source of the deal", examples = "hubspot") @Size(max = 60) @Nullable
            String source,

            @Schema(description = "The deal's id there", examples = "9911") @Size(max = 200) @Nullable
            String externalId,

            @Schema(
                    description = "What names the event, all of it together; absent where nothing does",
                    examples = "62515 12 9911")
            @Size(max = 2000)
            @Nullable
            String event,

            @Schema(description = "When the source learned it; absent: when it is received") @Nullable
            Instant sourceTime,

            @Schema(
                    implementation = Object.class,
                    description =
                            "The deal's fields that it tells, as they are read; null clears. An owner is shown as a mask: it would become a pseudonym")
            @Nullable
            Object fields,

            @Schema(description = "Why it is refused: a code that stays the same", examples = "no_deal_id")
            @Size(max = 60)
            @Nullable
            String reason,

            @Schema(description = "The same for people") @Size(max = 500) @Nullable
            String detail,

            @Schema(description = "What could not be used, and why") @Size(max = 50) @Nullable
            List<@Size(max = 300) String> remarks) {

        static Item of(String source, Reading reading) {
            if (reading instanceof Reading.Refused refused) {
                return new Item(
                        ItemView.Result.refused,
                        refused.variant(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        refused.reason(),
                        refused.detail(),
                        null);
            }
            if (reading instanceof Reading.Told told) {
                return new Item(
                        ItemView.Result.folded,
                        told.variant(),
                        source,
                        told.externalId(),
                        told.event() == null ? null : told.event().replace('\u001f', ' '),
                        told.time(),
                        shown(told.fields()),
                        null,
                        null,
                        told.remarks());
            }
            return new Item(ItemView.Result.ignored, null, null, null, null, null, null, null, null, null);
        }

        private static JsonNode shown(Map<Field, JsonNode> fields) {
            var shown = Json.nothing();
            new TreeMap<>(fields)
                    .forEach((field, value) -> shown.set(
                            field.name(),
                            field == Field.owner && !value.isNull() ? TextNode.valueOf(Scrub.MASK) : value));
            return shown;
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @AnyParameters
    @Operation(
            operationId = "previewDelivery",
            summary = "See what a payload would become, and why",
            description =
                    "The body is the payload as the CRM would send it, with its content type, its headers and its query parameters. Nothing is "
                            + "stored, and no proof is asked for.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, maxLength = 10485760)))
    public View preview(@PathParam("id") String id, @Context HttpServerRequest http, byte[] body) throws SQLException {
        var setup = setups.byId(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        var type = http.getHeader("Content-Type");
        var headers = Json.nothing();
        http.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        headers.remove("authorization");
        var readings = understanding.read(
                setup,
                body,
                type == null ? "" : type,
                http.query() == null ? Json.nothing() : Form.query(http.query()),
                headers,
                clock.instant());
        return new View(readings.stream()
                .map(reading -> Item.of(setup.source(), reading))
                .toList());
    }
}
