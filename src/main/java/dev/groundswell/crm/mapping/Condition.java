package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "MappingCondition",
        description = "Holds where everything that it demands of a place is so",
        requiredProperties = "at")
public record Condition(
        @Schema(
                implementation = String.class,
                description = "Where to look",
                examples = "/meta/version",
                maxLength = 500)
        @NotNull
        Place at,

        @Schema(description = "The value, as text, is one of these; case does not matter") @Size(max = 50) @Nullable
        List<@NotNull @Size(max = 200) String> is,

        @Schema(description = "The value, as text, is none of these; what is missing is none of them")
        @Size(max = 50)
        @Nullable
        List<@NotNull @Size(max = 200) String> isNot,

        @Schema(description = "Whether there is anything there, be it null") @Nullable
        Boolean present,

        @Schema(description = "What the value is: an object, an array, a scalar or null") @Nullable
        Shape shape) {

    @Schema(
            name = "MappingShape",
            description = "What stands at a place. `scalar`: a text, number, true or false; `nothing`: null")
    public enum Shape {
        object,
        array,
        scalar,
        nothing
    }

    boolean holds(Item item) {
        var node = at.in(item);
        return (is == null || contains(is, node))
                && (isNot == null || !contains(isNot, node))
                && (present == null || present == !node.isMissingNode())
                && (shape == null || shape == shapeOf(node));
    }

    static boolean allHold(@Nullable List<Condition> conditions, Item item) {
        return conditions == null || conditions.stream().allMatch(condition -> condition.holds(item));
    }

    private static boolean contains(List<String> values, JsonNode node) {
        return node.isValueNode()
                && !node.isNull()
                && values.stream().anyMatch(value -> value.equalsIgnoreCase(node.asText()));
    }

    private static Shape shapeOf(JsonNode node) {
        if (node.isObject()) {
            return Shape.object;
        }
        if (node.isArray()) {
            return Shape.array;
        }
        return node.isMissingNode() || node.isNull() ? Shape.nothing : Shape.scalar;
    }
}
