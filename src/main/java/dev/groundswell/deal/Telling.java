package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.groundswell.access.CurrentCaller;
import dev.groundswell.access.Role;
import dev.groundswell.access.Zones;
import dev.groundswell.http.Problem;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns bodies of the API into changes: who says it, when, and what is left alone, set or cleared. */
@RequestScoped
class Telling {

    private static final Map<String, Field> PRICES = Map.of(
            "list", Field.price_list,
            "quoted", Field.price_quoted,
            "competitor", Field.price_competitor,
            "would_have_won", Field.price_would_have_won,
            "discount_asked", Field.price_discount_asked);

    private final CurrentCaller caller;
    private final Zones zones;
    private final Owners owners;
    private final Vocabulary vocabulary;
    private final Clock clock;

    Telling(CurrentCaller caller, Zones zones, Owners owners, Vocabulary vocabulary, Clock clock) {
        this.caller = caller;
        this.zones = zones;
        this.owners = owners;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** A body that leaves alone what it does not mention. */
    DealChange patch(String source, String externalId, DealFields body, ObjectNode tree, @Nullable OffsetDateTime at) {
        return change(source, externalId, body, fields(source, tree), at, 0);
    }

    /** One of several bodies of a request: the later one holds where two say the same at the same time. */
    DealChange item(BatchItem body, ObjectNode tree, int index) {
        return change(body.source, body.externalId, body, fields(body.source, tree), body.sourceTime, index);
    }

    /** A body that clears what it does not mention. */
    DealChange replace(
            String source, String externalId, DealFields body, ObjectNode tree, @Nullable OffsetDateTime at) {
        var fields = new EnumMap<Field, JsonNode>(Field.class);
        for (var field : Field.values()) {
            fields.put(field, NullNode.getInstance());
        }
        fields.putAll(fields(source, tree));
        return change(source, externalId, body, fields, at, 0);
    }

    /** Tells that a deal was lost; everything else is a patch. */
    DealChange loss(LossBody body, ObjectNode tree) {
        var fields = fields(body.source, tree);
        fields.put(Field.state, TextNode.valueOf(State.lost.name()));
        return change(body.source, body.externalId, body, fields, null, 0);
    }

    private DealChange change(
            String source,
            String externalId,
            DealFields body,
            Map<Field, JsonNode> fields,
            @Nullable OffsetDateTime at,
            int index) {
        refuseUnknownCodes(body);
        var now = clock.instant();
        var time = at == null || at.toInstant().isAfter(now) ? now : at.toInstant();
        var origin = caller.role() == Role.rep ? Origin.rep : Origin.crm;
        return DealChange.at(time, zones.current(), source, externalId, origin, fields, DealChange.micros(now) + index);
    }

    private Map<Field, JsonNode> fields(String source, ObjectNode tree) {
        var fields = new EnumMap<Field, JsonNode>(Field.class);
        for (var field : Field.values()) {
            if (tree.has(field.name())) {
                fields.put(field, tree.get(field.name()));
            }
        }
        if (fields.get(Field.owner) instanceof TextNode owner) {
            fields.put(Field.owner, owners.pseudonym(source, owner.textValue()));
        }
        if (tree.has("value")) {
            var value = tree.get("value");
            fields.put(Field.amount, value.isNull() ? value : value.get("amount"));
            fields.put(Field.currency, value.isNull() ? value : value.get("currency"));
        }
        if (tree.has("prices")) {
            var prices = tree.get("prices");
            PRICES.forEach((name, field) -> {
                if (prices.isNull() || prices.has(name)) {
                    fields.put(field, prices.isNull() ? prices : prices.get(name));
                }
            });
        }
        return fields;
    }

    private void refuseUnknownCodes(DealFields body) {
        if (body.reasons == null) {
            return;
        }
        List<Problem.Place> places = new ArrayList<>();
        for (int i = 0; i < body.reasons.size(); i++) {
            var code = body.reasons.get(i).code();
            if (code != null && !vocabulary.isReason(code)) {
                places.add(new Problem.Place("/reasons/" + i + "/code", "is not a reason of this workspace"));
            }
        }
        if (!places.isEmpty()) {
            throw ProblemException.of(ProblemType.invalid, places);
        }
    }
}
