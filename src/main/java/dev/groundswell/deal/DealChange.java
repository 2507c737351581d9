package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one origin says about one deal at one time. A field that is absent here is left alone.
 *
 * @param fields by name (the names of {@link Field}); JSON null clears
 * @param time the source time, in microseconds since 1970
 * @param tie decides between changes of the same source time: the larger one holds
 */
public record DealChange(
        String source, String externalId, Origin origin, Map<Field, JsonNode> fields, long time, long tie) {

    public DealChange {
        fields = Map.copyOf(fields);
    }

    /** A change of that moment. Where it tells the state, the local day on which it was told comes along. */
    public static DealChange at(
            Instant moment,
            ZoneId zone,
            String source,
            String externalId,
            Origin origin,
            Map<Field, JsonNode> fields,
            long tie) {
        var told = new EnumMap<Field, JsonNode>(Field.class);
        told.putAll(fields);
        if (told.containsKey(Field.state)) {
            told.put(
                    Field.state_on,
                    TextNode.valueOf(LocalDate.ofInstant(moment, zone).toString()));
            if (State.open.name().equals(told.get(Field.state).textValue())) {
                // closed again later, it counts at the later day
                told.putIfAbsent(Field.closed_on, NullNode.getInstance());
            }
        }
        return new DealChange(source, externalId, origin, told, micros(moment), tie);
    }

    /** Since 1970. */
    public static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }
}
