package dev.groundswell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.FaultyLine;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much one caller may ask, and how often one address may be wrong. */
@Apart
@QuarkusTest
@TestProfile(FaultyLine.class)
class LimitsTest {

    private static final String FORGED = "gsw_test_nowhere0nowhere0_" + "0".repeat(36);

    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
    }

    @Test
    void aCallerWhoAsksTooOftenIsToldWhenToComeAgain() {
        assertThat(answersUntilRefused(() -> workspace.asLeader().get("/v1/workspace")))
                .isGreaterThanOrEqualTo(FaultyLine.REQUESTS);

        untilRefused(() -> workspace.asLeader().get("/v1/trends/reasons"));
        workspace.asRep().get("/v1/workspace").then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> workspace.asLeader().get("/v1/workspace").statusCode() == 200);
    }

    @Test
    void everyOperationSaysSo() {
        answersUntilRefused(() -> workspace.asAdmin().get("/v1/workspace"));

        for (var operation : Document.committed().operations()) {
            if (!operation.isOneOf("acceptInvite")) {
                untilRefused(() -> workspace
                        .asAdmin()
                        .contentType(operation.contentType())
                        .body("{}")
                        .request(operation.method(), operation.template().replaceAll("\\{[^}]+}", "1")));
            }
        }
    }

    @Test
    void aCallersKeysAndSessionsShareOneQuota() {
        String another = workspace.asLeader().body("{}").post("/v1/me/keys").path("key");
        var session = workspace.asLeader().post("/v1/session").cookie("__Host-groundswell");
        RequestSpecification browser = TestWorkspace.asNobody().header("Cookie", "__Host-groundswell=" + session);

        answersUntilRefused(() -> workspace.asLeader().get("/v1/workspace"));

        untilRefused(() -> TestWorkspace.as(another).get("/v1/workspace"));
        untilRefused(() -> browser.get("/v1/workspace"));
        untilRefused(() -> workspace
                .asLeader()
                .accept("application/json, text/event-stream")
                .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}")
                .post("/mcp"));
    }

    @Test
    void whoIsRefusedHasWrittenNothing() {
        answersUntilRefused(() -> workspace.asIntegration().get("/v1/losses"));

        var taken = new AtomicInteger(-1);
        untilRefused(() -> workspace
                .asIntegration()
                .body("{\"source\": \"crm\", \"external_id\": \"%d\"}".formatted(taken.incrementAndGet()))
                .post("/v1/losses"));

        assertThat(workspace.asLeader().get("/v1/losses").<Integer>path("items.size()"))
                .isEqualTo(taken.get());
    }

    /** A CRM that is answered 429 gives up, or is shut out by its vendor. */
    @Test
    void aHookHasNoQuota() {
        var connection = TestConnection.create(workspace, "json", "");
        answersUntilRefused(() -> workspace.asAdmin().get("/v1/workspace"));

        for (int i = 0; i < FaultyLine.REQUESTS + FaultyLine.GUESSES; i++) {
            var delivery = TestConnection.crm()
                    .contentType(ContentType.JSON)
                    .header("Authorization", "Bearer " + workspace.admin());
            assertThat(connection.send(delivery, "{\"id\": \"1\"}").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAddressThatGuessesKeysIsRefused() {
        answersUntilRefused(() -> from("192.0.2.1", FORGED).get("/v1/workspace"), 401);

        // before anybody looks whether the next guess was right
        tooMany(from("192.0.2.1", workspace.leader()).get("/v1/workspace"));
        from("192.0.2.2", FORGED).get("/v1/workspace").then().statusCode(401);
    }

    @Test
    void whoWasLetInBeforeSharesNoPunishmentWithTheAddress() {
        from("192.0.2.3", workspace.leader()).get("/v1/workspace").then().statusCode(200);

        answersUntilRefused(() -> from("192.0.2.3", wrongSecret()).get("/v1/workspace"), 401);

        from("192.0.2.3", workspace.leader()).get("/v1/workspace").then().statusCode(200);
    }

    @Test
    void anAddressThatGuessesInvitesIsRefused() {
        String code = workspace
                .asAdmin()
                .body("{\"role\": \"rep\"}")
                .post("/v1/invites")
                .path("code");
        answersUntilRefused(() -> accept("2001:db8::1", code.substring(0, code.length() - 1)), 404);

        // of the same network
        tooMany(accept("2001:db8::2", code));
        accept("2001:db8:0:1::2", code).then().statusCode(201);
    }

    @Test
    void anAddressThatGuessesSessionsIsRefused() {
        answersUntilRefused(
                () -> TestWorkspace.asNobody()
                        .header("X-Forwarded-For", "192.0.2.4")
                        .header("Cookie", "__Host-groundswell=" + FORGED.replace("gsw", "gss"))
                        .get("/v1/session"),
                401);
    }

    private static Response accept(String address, String code) {
        return TestWorkspace.asNobody().header("X-Forwarded-For", address).post("/v1/invites/{code}/accept", code);
    }

    private static RequestSpecification from(String address, String key) {
        return TestWorkspace.as(key).header("X-Forwarded-For", address);
    }

    /** One whose checksum is right: only the store knows that it is none. */
    private String wrongSecret() {
        return Credential.make(Credential.Kind.key, "test", workspace.id(), new SecureRandom())
                .text();
    }

    private static int answersUntilRefused(Supplier<Response> request) {
        return answersUntilRefused(request, 200);
    }

    /** How many have this status before the first 429. */
    private static int answersUntilRefused(Supplier<Response> request, int status) {
        for (int answers = 0; answers < 3 * FaultyLine.REQUESTS; answers++) {
            var answer = request.get();
            if (answer.statusCode() == 429) {
                tooMany(answer);
                return answers;
            }
            assertThat(answer.statusCode()).isEqualTo(status);
        }
        throw new AssertionError("nobody was refused");
    }

    /** There is room for one more now and then. */
    private static void untilRefused(Supplier<Response> request) {
        var answer = request.get();
        for (int i = 0; i < 20 && answer.statusCode() != 429; i++) {
            answer = request.get();
        }
        tooMany(answer);
    }

    private static void tooMany(Response answer) {
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("too_many_requests"))
                .header("Retry-After", matchesRegex("[1-9]\\d*"));
    }
}
