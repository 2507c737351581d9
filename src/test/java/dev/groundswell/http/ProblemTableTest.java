package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.Document.Operation;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table over every operation of the contract and each status that it can fail with. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProblemTableTest {

    /** Provoked elsewhere: 500 by a plain test of the mapper, the others by a service that is impatient and has no database. */
    private static final Set<String> ELSEWHERE = Set.of("408", "429", "500", "503");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private final ObjectMapper json = new ObjectMapper();
    private TestWorkspace workspace;
    private String narrowKey;
    private String lossId;
    private String connectionId;
    private String deliveryId;
    private String subscriptionId;
    private String importId;
    private String concernId;
    private String surfacedId;
    private String questionId;

    @BeforeEach
    void furnish() {
        workspace = TestWorkspace.create();
        narrowKey = workspace
                .asAdmin()
                .body("{\"name\": \"Narrow\", \"scopes\": [\"write_deals\"]}")
                .post("/v1/keys")
                .path("key");
        lossId = workspace
                .asIntegration()
                .body("{\"source\": \"crm\", \"external_id\": \"1\", \"product\": \"Thing\", \"segment\": \"Thing\","
                        + " \"region\": \"Thing\", \"competitors\": [\"Thing\"], \"closed_on\": \"2026-01-01\"}")
                .post("/v1/losses")
                .path("id");
        var connection = workspace
                .asAdmin()
                .body(ProblemBodies.GOOD.get("createConnection"))
                .post("/v1/connections")
                .then()
                .extract();
        connectionId = connection.path("id");
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post(URI.create(connection.path("hook_url")).getPath());
        subscriptionId = workspace
                .asAdmin()
                .body(ProblemBodies.GOOD.get("createSubscription"))
                .post("/v1/subscriptions")
                .path("id");
        importId = workspace
                .asAdmin()
                .contentType("text/csv")
                .body(ProblemBodies.GOOD.get("importDeals"))
                .post("/v1/connections/" + connectionId + "/imports")
                .path("id");
        workspace.asRep().body(ProblemBodies.GOOD.get("raiseConcern")).post("/v1/concerns");
        concernId = workspace.asRep().get("/v1/concerns/open").path("items[0].id");
        workspace
                .asRep()
                .body("{\"topic\": \"policy\", \"words\": \"Nobody answers here\", \"surface_now\": true}")
                .post("/v1/concerns");
        surfacedId = workspace.asLeader().get("/v1/concerns").path("items[0].id");
        questionId = workspace
                .asLeader()
                .body(ProblemBodies.GOOD.get("askQuestion"))
                .post("/v1/questions")
                .path("id");
        deliveryId = workspace.asAdmin().get("/v1/deliveries").path("items[0].id");
    }

    @Test
    void everyOperationFailsInEachDocumentedWayWithAProblem() throws Exception {
        var failed = new ArrayList<String>();
        for (var operation : Document.committed().operations()) {
            for (var status : operation.statuses()) {
                if (status.startsWith("2")
                        || status.startsWith("3")
                        || ELSEWHERE.contains(status)
                        || takesAnything(operation, status)
                        || status.equals("409")) {
                    continue;
                }
                var said = status.equals("413") ? tooLarge(operation) : problem(provoke(operation, status));
                if (!said.equals(status)) {
                    failed.add(operation.id() + " should have said " + status + " and said " + said);
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void whatClashesSaysSo() throws Exception {
        fillUpKeys();
        workspace
                .asAdmin()
                .body(ProblemBodies.GOOD.get("createAlias"))
                .post("/v1/aliases")
                .then()
                .statusCode(201);
        workspace.asRep().body(ProblemBodies.GOOD.get("reportFromTheField")).post("/v1/field_reports");
        workspace.asAdmin().body(ProblemBodies.GOOD.get("announceSafetyTerms")).post("/v1/safety/terms");
        var failed = new TreeSet<String>();
        for (var operation : Document.committed().operations()) {
            if (!operation.statuses().contains("409") || ProblemBodies.CLASHING_ELSEWHERE.contains(operation.id())) {
                continue;
            }
            if (!problem(clash(operation)).equals("409")) {
                failed.add(operation.id());
            }
        }
        assertThat(failed).isEmpty();
    }

    /** The first request still runs: here a lock stands for it. */
    @Test
    void aRepetitionWaitsForTheFirstRequestAndGivesUpAfterFiveSeconds() throws Exception {
        try (var blocker = DriverManager.getConnection(database, "groundswell_app", appPassword());
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table idempotency in exclusive mode");
            List<Callable<String>> repetitions = new ArrayList<>();
            for (var operation : Document.committed().operations()) {
                if (operation.definition().toString().contains("Idempotency-Key")) {
                    repetitions.add(() -> operation.id() + " "
                            + problem(send(
                                    operation,
                                    caller(operation)
                                            .header("Idempotency-Key", "key")
                                            .body(goodBody(operation)),
                                    false)));
                }
            }
            // each holds a worker while it waits, and there are twelve
            var threads = Executors.newFixedThreadPool(12);
            for (var answer : threads.invokeAll(repetitions)) {
                assertThat(answer.get()).endsWith(" 409");
            }
            threads.shutdown();
            blocker.rollback();
        }
    }

    /** A preview takes what a CRM might send: EdgeProblemsTest has what no CRM sends. */
    private static boolean takesAnything(Operation operation, String status) {
        return operation.id().equals("previewDelivery") && Set.of("400", "415").contains(status);
    }

    private Response provoke(Operation operation, String status) {
        return switch (status) {
            case "400" ->
                send(operation, caller(operation).body(goodBody(operation)).queryParam("nonsense", "1"), false);
            case "401" ->
                send(operation, typed(operation, TestWorkspace.asNobody()).body(goodBody(operation)), false);
            case "403" ->
                send(
                        operation,
                        typed(operation, isDealWrite(operation) ? workspace.asLeader() : TestWorkspace.as(narrowKey))
                                .body(goodBody(operation)),
                        false);
            case "404" ->
                send(operation, caller(operation).header("If-Match", "*").body(goodBody(operation)), true);
            case "406" ->
                send(
                        operation,
                        caller(operation)
                                .accept("image/png")
                                .header("If-Match", "*")
                                .body(goodBody(operation)),
                        false);
            case "412" ->
                send(operation, caller(operation).header("If-Match", "\"999\"").body(goodBody(operation)), false);
            case "415" ->
                send(operation, caller(operation).contentType("text/plain").body("x"), false);
            case "422" -> wrong(operation);
            case "428" -> send(operation, caller(operation).body(goodBody(operation)), false);
            default ->
                throw new IllegalArgumentException(operation.id() + " documents " + status + ", which is new here");
        };
    }

    private Response wrong(Operation operation) {
        var request = caller(operation);
        if (operation.id().startsWith("getTrend")) {
            return send(operation, request.queryParam("interval", "fortnight"), false);
        }
        if (operation.id().matches("getListening|getPrice.*")) {
            return send(operation, request.queryParam("since", "2999-01-01"), false);
        }
        if (operation.method().equals("GET")) {
            return send(operation, request.queryParam("limit", 0), false);
        }
        if (!operation.definition().has("requestBody")) {
            return send(operation, request.header("Idempotency-Key", ""), false);
        }
        var body = ProblemBodies.BAD.getOrDefault(
                operation.id(), operation.method().equals("PATCH") ? "{\"label\": \"\"}" : "{}");
        return send(operation, request.header("If-Match", "*").body(body), false);
    }

    private Response clash(Operation operation) {
        if (operation.id().equals("acceptInvite")) {
            String code = workspace
                    .asAdmin()
                    .body("{\"role\": \"rep\"}")
                    .post("/v1/invites")
                    .path("code");
            TestWorkspace.asNobody()
                    .post("/v1/invites/{code}/accept", code)
                    .then()
                    .statusCode(201);
            return TestWorkspace.asNobody().post("/v1/invites/{code}/accept", code);
        }
        if (operation.id().equals("erasePerson")) {
            return send(operation, caller(operation).body("{\"member\": \"" + lastAdmin() + "\"}"), false);
        }
        if (operation.id().equals("deleteMemberKeys")) {
            return caller(operation).delete(operation.template(), lastAdmin());
        }
        if (operation.id().matches("update(Product|Segment|Region|Competitor)")) {
            var catalog = operation.template().replace("/{key}", "");
            workspace.asAdmin().body("{\"label\": \"Another\"}").post(catalog);
            return workspace
                    .asAdmin()
                    .header("If-Match", "*")
                    .body("{\"label\": \"Another\"}")
                    .patch(catalog + "/thing");
        }
        return send(operation, caller(operation).body(goodBody(operation)), false);
    }

    private String lastAdmin() {
        return workspace.asAdmin().get("/v1/members").path("items.find { it.role == 'admin' }.id");
    }

    private void fillUpKeys() {
        workspace.asAdmin().body("{}").post("/v1/me/keys").then().statusCode(201);
        workspace
                .asAdmin()
                .body("{\"name\": \"Test CRM\"}")
                .post("/v1/keys")
                .then()
                .statusCode(201);
    }

    private Response send(Operation operation, RequestSpecification request, boolean nowhere) {
        var path = nowhere
                ? operation.template()
                : operation
                        .template()
                        .replace("/connections/{id}", "/connections/" + connectionId)
                        .replace("/subscriptions/{id}", "/subscriptions/" + subscriptionId)
                        .replace("/deliveries/{id}", "/deliveries/" + deliveryId)
                        .replace("/imports/{id}", "/imports/" + importId)
                        .replace("/concerns/{id}/responses", "/concerns/" + surfacedId + "/responses")
                        .replace("/concerns/{id}", "/concerns/" + concernId)
                        .replace("/questions/{id}", "/questions/" + questionId);
        var parameters = nowhere
                ? Map.of(
                        "{id}",
                        "999999999",
                        "{code}",
                        "nowhere",
                        "{key}",
                        "nowhere",
                        "{source}",
                        "nowhere",
                        "{external_id}",
                        "nowhere",
                        "{dimension}",
                        "nowhere")
                : Map.of(
                        "{id}",
                        lossId,
                        "{code}",
                        "budget",
                        "{key}",
                        "thing",
                        "{source}",
                        "crm",
                        "{external_id}",
                        "1",
                        "{dimension}",
                        "reasons");
        for (var parameter : parameters.entrySet()) {
            path = path.replace(parameter.getKey(), parameter.getValue());
        }
        return request.request(operation.method(), path);
    }

    private RequestSpecification caller(Operation operation) {
        if (operation.id().equals("acceptInvite")) {
            return TestWorkspace.asNobody();
        }
        return typed(operation, workspace.caller(operation));
    }

    private static RequestSpecification typed(Operation operation, RequestSpecification caller) {
        return caller.contentType(operation.contentType());
    }

    private static boolean isDealWrite(Operation operation) {
        return Set.of("logLoss", "writeDeals", "replaceDeal", "updateDeal").contains(operation.id());
    }

    private static String goodBody(Operation operation) {
        return ProblemBodies.GOOD.getOrDefault(
                operation.id(), operation.definition().has("requestBody") ? "{}" : "");
    }

    /** The status, where the body is a problem that says the same; else what is wrong. */
    private String problem(Response response) throws IOException {
        if (!response.contentType().startsWith("application/problem+json")) {
            return response.statusCode() + " as " + response.contentType();
        }
        var body = response.asString();
        var problem = json.readTree(body);
        boolean whole = problem.path("status").asInt() == response.statusCode()
                && problem.path("type")
                        .asText()
                        .equals("urn:groundswell:problem:"
                                + problem.path("code").asText())
                && !problem.path("title").asText().isBlank();
        boolean internal = body.matches("(?s).*(java\\.|jakarta|dev\\.groundswell|org\\.|select |Exception).*");
        return !whole ? "an incomplete problem" : internal ? "something internal: " + body : "" + response.statusCode();
    }

    private String tooLarge(Operation operation) throws IOException {
        var path = operation.template().replaceAll("\\{[^}]+}", "x");
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((operation.method() + " " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.contains("\"code\":\"too_large\"") ? answer.substring(9, 12) : answer;
        }
    }

    private static String appPassword() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class);
    }
}
