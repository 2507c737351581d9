package dev.groundswell.http.contract;

import dev.groundswell.http.ProblemType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
            "deleteMemberKeys",
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
        boolean clashing = CLASHING.contains(operation.getOperationId());
        add(true, ProblemType.unreadable);
        add(!open, ProblemType.unauthenticated);
        add(!open, ProblemType.forbidden);
        add(path.contains("{") && !upsert, ProblemType.not_found);
        add(answersSomething, ProblemType.not_acceptable);
        add(clashing, ProblemType.conflict);
        add(once && !clashing, ProblemType.still_running);
        add(ifMatch, ProblemType.edited_meanwhile);
        add(body && !operation.getOperationId().equals("importDeals"), ProblemType.too_slow);
        add(body, ProblemType.too_large);
        add(body, ProblemType.unsupported_media_type);
        add((body && !anything) || query || once, ProblemType.invalid);
        add(ifMatch && !upsert, ProblemType.precondition_required);
        add(true, ProblemType.too_many_requests);
        add(true, ProblemType.internal);
        add(true, ProblemType.unavailable);
    }

    private void add(boolean possible, ProblemType type) {
        if (possible) {
            operation.getResponses().addAPIResponse(String.valueOf(type.status()), ProblemAnswers.ref(type));
        }
    }
}
