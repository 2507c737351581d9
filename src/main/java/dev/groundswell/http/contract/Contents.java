package dev.groundswell.http.contract;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Finds every schema that an operation holds. */
final class Contents {

    private Contents() {}

    static List<Schema> schemasOf(Operation operation) {
        var schemas = new ArrayList<Schema>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> add(schemas, parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            add(schemas, operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> add(schemas, response.getContent()));
        return schemas;
    }

    private static void add(List<Schema> schemas, @Nullable Content content) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().stream().map(MediaType::getSchema).forEach(schema -> add(schemas, schema));
        }
    }

    private static void add(List<Schema> schemas, @Nullable Schema schema) {
        if (schema != null) {
            schemas.add(schema);
        }
    }
}
