package dev.groundswell.http.contract;

import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.POST;

import dev.groundswell.http.Idempotency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says of every operation what is said of all: who may call, which headers there are, how it can fail. */
final class Operations {

    /** The one operation that needs no key: its code is the proof. */
    private static final String OPEN = "acceptInvite";

    /** What is said in confidence has no place where it could be looked at. */
    private static final Set<String> NOWHERE = Set.of("reportFromTheField", "raiseConcern", "answerQuestion");

    private final OpenAPI contract;
    private final Examples examples = new Examples();

    Operations(OpenAPI contract) {
        this.contract = contract;
    }

    void finish() {
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> finish(path, method, operation)));
    }

    private void finish(String path, PathItem.HttpMethod method, Operation operation) {
        name(path, operation);
        boolean open = OPEN.equals(operation.getOperationId());
        operation.setSecurity(
                open
                        ? List.of()
                        : List.of(OASFactory.createSecurityRequirement().addScheme(ContractFilter.BEARER)));
        boolean once = method == POST && !open && !isHarmless(operation.getOperationId());
        if (once) {
            operation.addParameter(idempotencyKey());
        }
        orderParameters(path, operation);
        new Parameters(path, operation).describe();
        successHeaders(operation, once);
        examples.addTo(operation);
        new Failures(operation, path, open, once).describe();
    }

    /**
     * Stores nothing, or the same however often it is asked for. Of a request that erases somebody not even a hash is kept.
     */
    private static boolean isHarmless(String operationId) {
        return operationId.startsWith("preview")
                || operationId.startsWith("replay")
                || operationId.startsWith("import")
                || operationId.equals("endorseConcern")
                || operationId.equals("createSession")
                || operationId.equals("erasePerson")
                || operationId.equals("surfaceConcern");
    }

    /** Products, segments, regions and competitors share their endpoints; here each gets words of its own. */
    private static void name(String path, Operation operation) {
        var plural = path.split("/", -1)[2];
        var singular = plural.substring(0, plural.length() - 1);
        operation.setOperationId(operation
                .getOperationId()
                .replace("{Plural}", capital(plural))
                .replace("{Singular}", capital(singular)));
        operation.setSummary(operation.getSummary().replace("{plural}", plural).replace("{singular}", singular));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .description("Makes a repetition harmless: the same key and request take effect once")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .minLength(1)
                        .maxLength(255));
    }

    /** Clients name what is in the path by position: in the path's own order nobody takes one text for the other. */
    private static void orderParameters(String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .sorted(Comparator.comparingInt(parameter -> parameter.getIn() == Parameter.In.PATH
                            ? path.indexOf("{" + parameter.getName() + "}")
                            : path.length()))
                    .toList());
        }
    }

    private static void successHeaders(Operation operation, boolean once) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (!status.startsWith("2") && !status.equals("304")) {
                return;
            }
            var headers = new LinkedHashMap<String, Header>();
            if (String.valueOf(response.getDescription()).contains("ETag")
                    || status.equals("304")
                    || hasIfMatch(operation)) {
                headers.put(
                        "ETag",
                        header("The revision, for If-Match or If-None-Match").required(true));
            }
            if (status.equals("201") && !NOWHERE.contains(operation.getOperationId())) {
                headers.put("Location", header("Where the new resource is").required(true));
            }
            if (once) {
                headers.put("Idempotency-Replayed", header("`true` where the request had taken effect before"));
            }
            if (!headers.isEmpty()) {
                response.setHeaders(headers);
            }
        });
    }

    static boolean hasIfMatch(Operation operation) {
        return new ArrayList<>(Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()))
                .stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .maxLength(1000));
    }

    /** That comes with each such answer. */
    static Map<String, Header> headers(String name, String description) {
        return Map.of(name, header(description).required(true));
    }
}
