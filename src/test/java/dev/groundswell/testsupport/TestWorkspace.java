package dev.groundswell.testsupport;

import static io.restassured.RestAssured.given;

import dev.groundswell.access.Onboarding;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** A workspace of a test's own, with a caller of each role, made as customers make theirs. */
public record TestWorkspace(String id, String admin, String rep, String leader, String integration) {

    public static TestWorkspace create() {
        var invite = Arc.container().instance(Onboarding.class).get().createWorkspace("Test");
        var admin = accept(invite);
        return new TestWorkspace(
                invite.split("_")[2].substring(0, 8),
                admin,
                accept(invite(admin, "rep")),
                accept(invite(admin, "leader")),
                integrationKey(admin, "Test CRM"));
    }

    public RequestSpecification asAdmin() {
        return as(admin);
    }

    public RequestSpecification asRep() {
        return as(rep);
    }

    public RequestSpecification asLeader() {
        return as(leader);
    }

    public RequestSpecification asIntegration() {
        return as(integration);
    }

    /** Somebody who may call an operation. */
    public RequestSpecification caller(Document.Operation operation) {
        return as(keyOf(operation));
    }

    /** The key of somebody who may call an operation. */
    public String keyOf(Document.Operation operation) {
        if (operation.isOneOf("logLoss", "writeDeals", "replaceDeal", "updateDeal")) {
            return integration;
        }
        if (operation.isOneOf("askQuestion", "respondToConcern", "respondToRelease", "respondToSignal")) {
            return leader;
        }
        boolean confided =
                operation.template().matches("/v1/(field_reports|concerns).*") || operation.isOneOf("answerQuestion");
        return confided ? rep : admin;
    }

    /** One more rep. */
    public String anotherRep() {
        return accept(invite(admin, "rep"));
    }

    public static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    public static RequestSpecification asNobody() {
        return given().contentType(ContentType.JSON);
    }

    private static String invite(String admin, String role) {
        return Again.ask(() ->
                        as(admin).body("{\"role\": \"%s\"}".formatted(role)).post("/v1/invites"))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static String accept(String code) {
        return Again.ask(() -> asNobody().post("/v1/invites/{code}/accept", code))
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static String integrationKey(String admin, String name) {
        return Again.ask(() ->
                        as(admin).body("{\"name\": \"%s\"}".formatted(name)).post("/v1/keys"))
                .statusCode(201)
                .extract()
                .path("key");
    }
}
