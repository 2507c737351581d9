package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
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
}
