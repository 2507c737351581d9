package dev.groundswell.http.contract;

import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.ProblemType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What is answered where a request fails: said once for all operations, each with an example. */
final class ProblemAnswers {

    private static final Map<ProblemType, String> DESCRIPTIONS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    ProblemType.unreadable,
                    "The request cannot be read: no JSON, an unknown field or parameter, or a wrong type"),
            Map.entry(ProblemType.unauthenticated, "No valid key or token"),
            Map.entry(ProblemType.forbidden, "The key may not do that"),
            Map.entry(ProblemType.not_found, "There is nothing here, or it belongs to another workspace"),
            Map.entry(ProblemType.not_acceptable, "No media type that Accept names is made here"),
            Map.entry(
                    ProblemType.conflict,
                    "The request clashes with what is there, or its first sending is still running"),
            Map.entry(ProblemType.still_running, "The first request with this Idempotency-Key is still running"),
            Map.entry(ProblemType.edited_meanwhile, "Somebody else has changed this since you read it"),
            Map.entry(ProblemType.too_slow, "The body did not arrive within a minute"),
            Map.entry(ProblemType.too_large, "The body is too large"),
            Map.entry(ProblemType.unsupported_media_type, "The body has a media type that is not read here"),
            Map.entry(ProblemType.invalid, "The request is readable but wrong; `errors` names each place"),
            Map.entry(ProblemType.precondition_required, "If-Match is required"),
            Map.entry(
                    ProblemType.too_many_requests,
                    "This caller has asked too often in a short time, or this address has brought too many keys that are not valid"),
            Map.entry(ProblemType.internal, "Something went wrong here"),
            Map.entry(ProblemType.unavailable, "The service cannot answer just now")));

    private ProblemAnswers() {}

    static void describe(OpenAPI contract) {
        DESCRIPTIONS.forEach((type, description) ->
                contract.getComponents().addResponse(name(type), answer(type).description(description)));
    }

    /** What an operation that can fail so answers. */
    static APIResponse ref(ProblemType type) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name(type));
    }

    private static APIResponse answer(ProblemType type) {
        var answer = OASFactory.createAPIResponse()
                .content(OASFactory.createContent()
                        .addMediaType(
                                MediaTypes.PROBLEM,
                                OASFactory.createMediaType()
                                        .schema(Schemas.ref("Problem"))
                                        .addExample(
                                                type.name(),
                                                OASFactory.createExample().value(example(type)))));
        return switch (type) {
            case unavailable, too_many_requests -> answer.headers(Operations.headers("Retry-After", "Seconds to wait"));
            case unauthenticated -> answer.headers(Operations.headers("WWW-Authenticate", "`Bearer`"));
            default -> answer;
        };
    }

    private static Map<String, Object> example(ProblemType type) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:groundswell:problem:" + type.name());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("code", type.name());
        switch (type) {
            case unreadable -> problem.put("errors", List.of(place("/reasn", "is not a field that is known here")));
            case invalid ->
                problem.put("errors", List.of(place("/reasons/0/code", "is not a reason of this workspace")));
            default -> {
                // says no more
            }
        }
        return problem;
    }

    private static Map<String, String> place(String pointer, String detail) {
        var place = new LinkedHashMap<String, String>();
        place.put("pointer", pointer);
        place.put("detail", detail);
        return place;
    }

    private static String name(ProblemType type) {
        var name = new StringBuilder();
        for (var word : type.name().split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
