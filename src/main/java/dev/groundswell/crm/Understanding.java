package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.groundswell.access.Zones;
import dev.groundswell.crm.mapping.Payload;
import dev.groundswell.crm.mapping.Reading;
import dev.groundswell.crm.mapping.SalesforceId;
import dev.groundswell.crm.mapping.Variant;
import dev.groundswell.crm.wire.Undecodable;
import dev.groundswell.crm.wire.Wire;
import dev.groundswell.deal.DealChange;
import dev.groundswell.deal.Field;
import dev.groundswell.deal.Origin;
import dev.groundswell.deal.Owners;
import dev.groundswell.http.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From bytes to readings, and from readings to changes of deals. Stores nothing. */
@ApplicationScoped
class Understanding {

    private final Zones zones;
    private final Owners owners;
    private final Clock clock;

    Understanding(Zones zones, Owners owners, Clock clock) {
        this.zones = zones;
        this.owners = owners;
        this.clock = clock;
    }

    /** What a webhook says, item by item; what cannot be read at all is one refused item. */
    List<Reading> read(
            Setup setup, byte[] body, String contentType, ObjectNode query, ObjectNode headers, Instant receivedAt) {
        JsonNode tree;
        try {
            tree = setup.adapter().unify(Wire.decode(body, contentType, headers));
        } catch (Undecodable unreadable) {
            return List.of(new Reading.Refused("", unreadable.reason(), String.valueOf(unreadable.getMessage())));
        }
        if (tree.isMissingNode()) {
            return List.of(new Reading.Ignored("empty"));
        }
        return read(setup, new Payload(tree, query, headers), Variant.Use.webhooks, receivedAt);
    }

    List<Reading> read(Setup setup, Payload payload, Variant.Use use, Instant receivedAt) {
        return setup.reader(zones.current()).read(payload, use, receivedAt).stream()
                .map(reading -> fromTheRightAccount(setup, reading))
                .toList();
    }

    private static Reading fromTheRightAccount(Setup setup, Reading reading) {
        if (setup.account() == null
                || !(reading instanceof Reading.Told told)
                || told.account() == null
                || SalesforceId.long18(told.account())
                        .equals(SalesforceId.long18(setup.account().strip()))) {
            return reading;
        }
        return new Reading.Refused(
                told.variant(), "wrong_account", "the payload comes from another account than the connection names");
    }

    /** Where two were told at the same moment, what they say decides, never which came first: any order leads to the same. */
    DealChange change(Setup setup, Reading.Told told, Instant receivedAt) {
        var fields = new EnumMap<Field, JsonNode>(Field.class);
        fields.putAll(told.fields());
        if (fields.get(Field.owner) instanceof TextNode owner) {
            fields.put(Field.owner, owners.pseudonym(setup.source(), owner.textValue()));
        }
        var time = told.time() == null ? receivedAt : told.time();
        var now = clock.instant();
        return DealChange.at(
                time.isAfter(now) ? now : time,
                zones.current(),
                setup.source(),
                told.externalId(),
                Origin.crm,
                fields,
                tie(fields));
    }

    private static long tie(Map<Field, JsonNode> fields) {
        var text = new TreeMap<>(fields).toString();
        var hash = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
        // half of the range, so that a stage that gets a meaning later still finds room above
        return ByteBuffer.wrap(hash).getLong() >>> 2;
    }
}
