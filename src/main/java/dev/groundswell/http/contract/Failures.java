package dev.groundswell.http.contract;

import dev.groundswell.http.MediaTypes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** How an operation can fail follows from what it takes: one rule for all. */
final class Failures {

    /** These can clash with what is there. */
    private static final Set<String> CLASHING = Set.of(
            "createReason",
            "createProduct",
            "createSegment",
            "createRegion",
            "createCompetitor",
            "createAlias",
            "createKey",
            "createMyKey",
            "acceptInvite",
            "erasePerson",
            "replayDelivery",
            "updateProduct",
            "updateSegment",
            "updateRegion",
            "updateCompetitor",
            "deleteReason",
            "deleteProduct",
            "deleteSegment",
            "deleteRegion",
            "deleteCompetitor",
            "reportFromTheField",
            "withdrawFieldReport",
            "announceSafetyTerms",
            "askQuestion",
            "answerQuestion");

    private final Operation operation;
    private final String path;
    private final boolean open;
    private final boolean once;

    Failures(Operation operation, String path, boolean open, boolean once) {
        this.operation = operation;
        this.path = path;
        this.open = open;
        this.once = once;
    }

    void describe() {
        var parameters = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        boolean query = parameters.stream().anyMatch(each -> each.getIn() == Parameter.In.QUERY);
        boolean body = operation.getRequestBody() != null;
        boolean ifMatch = Operations.hasIfMatch(operation);
        boolean upsert = path.startsWith("/v1/deals/{source}") && body;

        boolean answersSomething = operation.getResponses().getAPIResponses().values().stream()
                .anyMatch(answer -> answer.getContent() != null);

        for (var status : List.of("400", "401", "403")) {
            operation.getResponses().removeAPIResponse(status);
        }
        boolean anything = operation.getOperationId().equals("previewDelivery");
        add(true, "400", "The request cannot be read: no JSON, an unknown field or parameter, or a wrong type");
        add(!open, "401", "No valid key or token");
        add(!open, "403", "The key may not do that");
        add(path.contains("{") && !upsert, "404", "There is nothing here, or it belongs to another workspace");
        add(answersSomething, "406", "No media type that Accept names is made here");
        add(once || CLASHING.contains(operation.getOperationId()), "409", conflict());
        add(ifMatch, "412", "Somebody else has changed this since you read it");
        add(body, "413", "The body is too large");
        add(body, "415", "The body has a media type that is not read here");
        add(
                (body && !anything) || query || once,
                "422",
                "The request is readable but wrong; `errors` names each place");
        add(ifMatch && !upsert, "428", "If-Match is required");
        add(true, "500", "Something went wrong here");
        add(true, "503", "The service cannot answer just now");
    }

    private String conflict() {
        return CLASHING.contains(operation.getOperationId())
                ? "The request clashes with what is there, or its first sending is still running"
                : "The first request with this Idempotency-Key is still running";
    }

    private void add(boolean possible, String status, String description) {
        if (!possible) {
            return;
        }
        var response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                MediaTypes.PROBLEM, OASFactory.createMediaType().schema(Schemas.ref("Problem"))));
        if (status.equals("503")) {
            response.setHeaders(Operations.headers("Retry-After", "Seconds to wait"));
        }
        if (status.equals("401")) {
            response.setHeaders(Operations.headers("WWW-Authenticate", "`Bearer`"));
        }
        operation.getResponses().addAPIResponse(status, response);
    }
}
