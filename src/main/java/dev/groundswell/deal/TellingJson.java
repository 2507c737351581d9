package dev.groundswell.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows are written into the store and read back: apart from the API's JSON, so that neither moves the other. */
final class TellingJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private TellingJson() {}

    /** Null where the field holds nothing. */
    static <T> @Nullable T read(JsonNode value, Class<T> type) {
        try {
            return value.isNull() ? null : JSON.treeToValue(value, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was accepted can be read", impossible);
        }
    }

    static <T> List<T> readList(JsonNode values, Class<T> type) {
        try {
            return values.isNull()
                    ? List.of()
                    : JSON.treeToValue(values, JSON.getTypeFactory().constructCollectionType(List.class, type));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was accepted can be read", impossible);
        }
    }

    static String writeRows(List<DealRow> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** True where nothing differs that anybody can see: at most who told it when. */
    static boolean sameButForTelling(DealRow one, DealRow other) {
        ObjectNode left = JSON.valueToTree(one);
        ObjectNode right = JSON.valueToTree(other);
        left.remove("told");
        right.remove("told");
        return left.equals(right);
    }

    static DealRow readRow(String row) {
        try {
            return JSON.readValue(row, DealRow.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was stored can be read", impossible);
        }
    }
}
