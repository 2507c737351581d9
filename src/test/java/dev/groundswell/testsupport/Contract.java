package dev.groundswell.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Holds every answer of every test against the contract: an operation, status, content type or property that it does not
 * name fails the test, as do a value that breaks its schema and a header that is missing.
 */
public final class Contract implements Filter {

    public static final Contract INSTANCE = new Contract(Document.committed());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final String PROBLEM = "application/problem+json";

    private final Document document;

    /** By the schema's text: to read one takes longer than to use it. */
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    Contract(Document document) {
        this.document = document;
    }

    /** Sends a request that REST Assured cannot make, and checks the answer as if it had. */
    public static HttpResponse<String> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        INSTANCE.check(Exchange.of(answer));
        return answer;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var answer = context.next(request, response);
        var path = URI.create(request.getURI()).getRawPath();
        check(Exchange.of(request.getMethod(), path, answer));
        return answer;
    }

    /** Throws where this answer is not one that the contract allows. */
    public void check(Exchange exchange) {
        // what CRMs are answered is each vendor's contract and not ours
        if (!exchange.path().startsWith("/v1/") || exchange.path().startsWith("/v1/hooks/")) {
            return;
        }
        if (exchange.method().equals("OPTIONS") && exchange.status() == 200) {
            // which HTTP itself defines: the methods that there are
            require(exchange.headers().containsKey("Allow") && exchange.body().isEmpty(), "OPTIONS names no methods");
            return;
        }
        if (!beginning(exchange.path()).equals(beginning(normal(exchange.path())))) {
            nowhere(exchange);
            return;
        }
        boolean head = exchange.method().equals("HEAD");
        var path = normal(exchange.path());
        var operation = document.find(head ? "GET" : exchange.method(), path);
        if (operation.isEmpty() || (exchange.status() == 405 && document.isHidden(operation.get(), path))) {
            nowhere(exchange);
            return;
        }
        var where = operation.get().id() + " " + exchange.status();
        var response = operation.get().definition().path("responses").path(String.valueOf(exchange.status()));
        require(response.isObject(), where + " is not documented; it said " + exchange.body());
        response.path("headers")
                .properties()
                .forEach(header -> require(
                        exchange.headers().containsKey(header.getKey())
                                || !header.getValue().path("required").asBoolean(),
                        where + " lacks the header " + header.getKey()));
        var content = response.path("content");
        if (head || content.isEmpty()) {
            require(exchange.body().isEmpty(), where + " has a body that is not documented: " + exchange.body());
            return;
        }
        var mediaType = String.valueOf(exchange.mediaType());
        require(content.has(mediaType), where + " is not documented as " + mediaType);
        if (mediaType.endsWith("json")) {
            validate(where, content.path(mediaType).path("schema"), exchange.body());
        }
    }

    /**
     * Without what leads to no other operation: dots, more slashes than needed, and what follows a semicolon. As the service
     * has it, two dots take back what is between two slashes, be it nothing (RFC 3986, 5.2.4).
     */
    private static String normal(String path) {
        var plain = path.replace("%2e", ".").replaceAll(";[^/]*", "").replaceAll("/\\.(?=/|$)", "");
        for (var before = ""; !plain.equals(before); ) {
            before = plain;
            plain = plain.replaceFirst("^/\\.\\.(?=/|$)", "").replaceFirst("/[^/]*/\\.\\.(?=/|$)", "");
        }
        return plain.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    /** Which can be written in one way only: bounds and headers go by it. */
    private static String beginning(String path) {
        var end = path.indexOf('/', "/v1/".length());
        return (end < 0 ? path : path.substring(0, end)).replaceAll(";.*", "");
    }

    /** Where there is no operation, that is what a problem says. */
    private void nowhere(Exchange exchange) {
        var where = exchange.method() + " " + exchange.path() + " answers " + exchange.status();
        require(
                exchange.status() == 404 || exchange.status() == 405,
                where + " and is no operation of the contract; it said " + exchange.body());
        require(PROBLEM.equals(exchange.mediaType()), where + " as " + exchange.mediaType());
        if (!exchange.method().equals("HEAD")) {
            validate(where, JSON.createObjectNode().put("$ref", "#/components/schemas/Problem"), exchange.body());
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

    /** Throws where this is no body of JSON that the operation answers. */
    public void checkAnswer(Document.Operation operation, String status, String mediaType, String body) {
        var content = operation.definition().path("responses").path(status).path("content");
        validate(operation.id() + " " + status, content.path(mediaType).path("schema"), body);
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
        try {
            var faults = schemas.computeIfAbsent(schema.toString(), text -> compile(schema))
                    .validate(JSON.readTree(body));
            require(
                    faults.isEmpty(),
                    where + " breaks its schema: "
                            + faults.stream().map(Object::toString).collect(Collectors.joining("; ")) + " in " + body);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(where + " is no JSON: " + body, unreadable);
        }
    }

    private JsonSchema compile(JsonNode schema) {
        var whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.root().path("components"));
        return SCHEMAS.getSchema(whole, STRICT);
    }

    private static void require(boolean kept, String complaint) {
        if (!kept) {
            throw new AssertionError(complaint);
        }
    }
}
