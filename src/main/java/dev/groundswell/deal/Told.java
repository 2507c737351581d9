package dev.groundswell.deal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever told of a deal and still holds: for each origin and field the newest word. Told in any order, any
 * number of times, the same changes lead to the same {@code Told}.
 */
record Told(@JsonValue Map<Origin, Map<Field, Fact>> facts) {

    @JsonCreator
    Told {
        var copy = new EnumMap<Origin, Map<Field, Fact>>(Origin.class);
        facts.forEach((origin, fields) -> {
            var inner = new EnumMap<Field, Fact>(Field.class);
            inner.putAll(fields);
            copy.put(origin, inner);
        });
        facts = copy;
    }

    static Told nothing() {
        return new Told(Map.of());
    }

    /** What is known once this change was heard, too. */
    Told hear(DealChange change) {
        var heard = new Told(facts);
        var fields = heard.facts.computeIfAbsent(change.origin(), origin -> new EnumMap<>(Field.class));
        change.fields().forEach((field, value) -> {
            var fact = new Fact(value, change.time(), change.tie());
            var before = fields.get(field);
            if (before == null || fact.isNewerThan(before)) {
                fields.put(field, fact);
            }
        });
        return heard;
    }

    /** What was told by a clock that was ahead does not hold against what is told now. */
    Told asOf(long now) {
        var corrected = new Told(facts);
        corrected.facts.values().forEach(fields -> fields.replaceAll((field, fact) -> fact.asOf(now)));
        return corrected;
    }

    /** All that was told, in other words: each is still as new as it was. */
    Told reworded(BiFunction<Field, JsonNode, JsonNode> words) {
        var reworded = new Told(facts);
        reworded.facts
                .values()
                .forEach(fields ->
                        fields.replaceAll((field, fact) -> new Fact(words.apply(field, fact.v()), fact.t(), fact.n())));
        return reworded;
    }

    /** The word that holds: the authority's where it has spoken, else the other's; JSON null where nobody has. */
    JsonNode settled(Field field) {
        var authority = field.authority();
        var fact = said(authority, field);
        if (fact == null) {
            fact = said(authority == Origin.crm ? Origin.rep : Origin.crm, field);
        }
        return fact == null ? NullNode.getInstance() : fact.v();
    }

    /** The word that belongs to the one that holds for {@code first}: what another origin says does not complete it. */
    JsonNode settledWith(Field first, Field second) {
        var authority = first.authority();
        var speaker = said(authority, first) != null ? authority : authority == Origin.crm ? Origin.rep : Origin.crm;
        var fact = said(speaker, second);
        return fact == null ? NullNode.getInstance() : fact.v();
    }

    @Nullable
    Fact said(Origin origin, Field field) {
        var fields = facts.get(origin);
        return fields == null ? null : fields.get(field);
    }
}
