package dev.groundswell.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.stream.Collectors;

/**
 * Holds every answer of every test against the contract: an operation, status, content type or property that it does not
 * name fails the test, as does a value that breaks its schema.
 */
public final class Contract implements Filter {

    public static final Contract INSTANCE = new Contract(Document.committed());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Document document;

    Contract(Document document) {
        this.document = document;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var answer = context.next(request, response);
        check(
                request.getMethod(),
                URI.create(request.getURI()).getRawPath(),
                answer.statusCode(),
                answer.contentType(),
                answer.asString());
        return answer;
    }

    /** Throws where this answer is not one that the contract allows. */
    public void check(String method, String path, int status, String contentType, String body) {
        if (!path.startsWith("/v1/") || status == 405 || status == 406) {
            return;
        }
        var operation = document.find(method, path);
        if (operation.isEmpty()) {
            require(status == 404, method + " " + path + " answers " + status + " and is no operation of the contract");
            return;
        }
        var where = operation.get().id() + " " + status;
        var response = operation.get().definition().path("responses").path(String.valueOf(status));
        require(response.isObject(), where + " is not documented; it said " + body);
        var content = response.path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            require(body.isEmpty(), where + " has a body that is not documented: " + body);
            return;
        }
        var mediaType = contentType.replaceAll(";.*", "").strip();
        require(content.has(mediaType), where + " is not documented as " + contentType);
        if (mediaType.endsWith("json")) {
            validate(where, content.path(mediaType).path("schema"), body);
        }
    }

    /** Throws where this is no body that the operation takes; of what is not JSON, only the content type is looked at. */
    public void checkBody(Document.Operation operation, String mediaType, String body) {
        var where = operation.id() + " takes";
        var content = operation.definition().at("/requestBody/content");
        require(content.has(mediaType) || content.has("*/*"), where + " no " + mediaType);
        var schema = content.path(mediaType).path("schema");
        if (mediaType.equals("application/x-ndjson")) {
            body.lines().forEach(line -> validate(where, schema, line));
        } else if (mediaType.endsWith("json") && content.has(mediaType)) {
            validate(where, schema, mediaType.contains("merge-patch") ? withoutNulls(body) : body);
        }
    }

    /** Throws where this is no value of a parameter: JSON where it is a number or a truth value, text elsewhere. */
    public void checkParameter(String where, JsonNode schema, String value) {
        var type = schema.path("type").asText();
        var text = "\"" + value + "\"";
        validate(
                where,
                schema,
                switch (type) {
                    case "integer", "boolean" -> value;
                    case "array" -> "[" + text + "]";
                    default -> text;
                });
    }

    /** In a merge patch null takes away, whatever the schema says of a value. */
    private static String withoutNulls(String patch) {
        try {
            var members = (ObjectNode) JSON.readTree(patch);
            members.properties().removeIf(member -> member.getValue().isNull());
            return members.toString();
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("no JSON: " + patch, unreadable);
        }
    }

    private void validate(String where, JsonNode schema, String body) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.root().path("components"));
        try {
            var faults = SCHEMAS.getSchema(whole, STRICT).validate(JSON.readTree(body));
            require(
                    faults.isEmpty(),
                    where + " breaks its schema: "
                            + faults.stream().map(Object::toString).collect(Collectors.joining("; ")) + " in " + body);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(where + " is no JSON: " + body, unreadable);
        }
    }

    private static void require(boolean kept, String complaint) {
        if (!kept) {
            throw new AssertionError(complaint);
        }
    }
}
