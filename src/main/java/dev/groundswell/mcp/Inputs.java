package dev.groundswell.mcp;

import dev.groundswell.http.NamedParameters;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a tool takes: the parameters of the endpoint that it stands for, as JSON Schema. */
record Inputs(Map<String, Field> parameters) {

    static Inputs of(Class<?>... beans) {
        var parameters = new LinkedHashMap<String, Field>();
        for (var bean : beans) {
            parameters.putAll(NamedParameters.of(bean));
        }
        return new Inputs(parameters);
    }

    Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        parameters.forEach((name, field) -> properties.put(name, property(field)));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                parameters.entrySet().stream()
                        .filter(each -> each.getValue().isAnnotationPresent(NotNull.class))
                        .map(Map.Entry::getKey)
                        .toList(),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> property(Field field) {
        var property = new LinkedHashMap<>(type(field.getType()));
        var told = field.getAnnotation(Parameter.class);
        if (told != null) {
            property.put("description", told.description());
        }
        var least = field.getAnnotation(Min.class);
        if (least != null) {
            property.put("minimum", least.value());
        }
        var most = field.getAnnotation(Max.class);
        if (most != null) {
            property.put("maximum", most.value());
        }
        return property;
    }

    private static Map<String, Object> type(Class<?> type) {
        if (type == Integer.class) {
            return Map.of("type", "integer");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == List.class) {
            return Map.of("type", "array", "items", Map.of("type", "string"));
        }
        if (type.isEnum()) {
            var words = Arrays.stream(type.getEnumConstants()).map(Object::toString);
            return Map.of("type", "string", "enum", words.toList());
        }
        return Map.of("type", "string");
    }
}
