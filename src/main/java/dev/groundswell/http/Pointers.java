package dev.groundswell.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** Names the place of a fault as a JSON Pointer (RFC 6901). */
final class Pointers {

    private static final PropertyNamingStrategies.SnakeCaseStrategy WORDS =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private Pointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    /** The place inside a body, or the parameter, that a constraint complains of. */
    static String of(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            // elements of containers have no name of their own
            var name = node.getName();
            if (name != null && !name.startsWith("<")) {
                pointer.append('/').append(escape(WORDS.translate(name)));
            }
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
