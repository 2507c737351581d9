package dev.groundswell.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.groundswell.testsupport.Alone;
import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More is asked at once than can be done: some are told to come again, at once, and the others get what they asked for. */
@Apart
@QuarkusTest
@TestProfile(FloodTest.EightAtOnce.class)
@QuarkusTestResource(PostgresResource.class)
class FloodTest {

    /** Six, and eight webhooks besides. */
    public static class EightAtOnce extends Alone {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("groundswell.requests-at-once", "8");
        }
    }

    private static final Pattern INSIDE = Pattern.compile("(?m)^groundswell_requests_inside\\S* (\\S+)$");
    private static final Duration NO_BURST_ANY_MORE = Duration.ofMillis(400);

    @TestHTTPResource("/v1/losses")
    URI losses;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private TestWorkspace workspace;
    private TestConnection connection;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
        connection = TestConnection.create(workspace, "json", "");
        await().until(() -> inside() == 0);
    }

    @AfterEach
    void leave() {
        clients.shutdown();
        await().until(() -> inside() == 0);
    }

    @Test
    void whoComesTooMuchIsToldToComeAgainAndTheOthersAreServed() throws Exception {
        try (var locks = Database.connect("quarkus.flyway")) {
            hold(locks, "deal");
            var waiting = clients(6, this::log);
            await().until(() -> inside() == 6);
            TimeUnit.MILLISECONDS.sleep(NO_BURST_ANY_MORE.toMillis());

            workspace
                    .asLeader()
                    .get("/v1/losses")
                    .then()
                    .statusCode(503)
                    .contentType(MediaTypes.PROBLEM)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"));
            assertThat(log()).isEqualTo(503);
            workspace
                    .asLeader()
                    .accept("application/json, text/event-stream")
                    .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}")
                    .post("/mcp")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue());
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/health/live").then().statusCode(200);

            locks.rollback();
            for (var each : waiting) {
                assertThat(each.get()).isEqualTo(201);
            }
        }
        workspace.asLeader().get("/v1/losses").then().statusCode(200).body("items.size()", is(6));
    }

    /** What a CRM sends is the only copy: it has places of its own, and where they are taken too, it is told what it retries. */
    @Test
    void webhooksHavePlacesOfTheirOwn() throws Exception {
        try (var locks = Database.connect("quarkus.flyway")) {
            hold(locks, "deal");
            var waiting = clients(6, this::log);
            await().until(() -> inside() == 6);
            TimeUnit.MILLISECONDS.sleep(NO_BURST_ANY_MORE.toMillis());
            assertThat(deliver()).isEqualTo(200);

            hold(locks, "delivery");
            waiting.addAll(clients(8, this::deliver));
            await().until(() -> inside() == 14);
            TimeUnit.MILLISECONDS.sleep(NO_BURST_ANY_MORE.toMillis());
            connection
                    .send("{\"id\": \"1\", \"status\": \"lost\"}")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(is(emptyString()));

            locks.rollback();
            for (var each : waiting) {
                assertThat(each.get() / 100).isEqualTo(2);
            }
        }
        assertThat(deliver()).isEqualTo(200);
        connection.settle();
    }

    @Test
    void aBurstOfOthersKeepsNoWebhookOut() throws Exception {
        try (var locks = Database.connect("quarkus.flyway")) {
            var waiting = burst(locks);
            TimeUnit.MILLISECONDS.sleep(NO_BURST_ANY_MORE.toMillis());

            assertThat(deliver()).isEqualTo(200);

            locks.rollback();
            for (var each : waiting) {
                assertThat(each.get()).isEqualTo(201);
            }
        }
    }

    @Test
    void whoSendsSlowlyHoldsUpNobody() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 30; i++) {
                slow.add(begin("/v1/losses", workspace.integration()));
                slow.add(begin("/mcp", workspace.leader()));
            }
            TimeUnit.MILLISECONDS.sleep(NO_BURST_ANY_MORE.toMillis());

            assertThat(inside()).as("a body takes no place before it is there").isZero();
            assertThat(log()).isEqualTo(201);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** Twice as many as there are places for, all of whom wait. Where they came too slowly to be a burst, they come again. */
    private List<Future<Integer>> burst(Connection locks) throws Exception {
        for (int i = 0; i < 10; i++) {
            hold(locks, "deal");
            var burst = clients(12, this::log);
            await().until(() -> inside() == 12 || burst.stream().anyMatch(Future::isDone));
            if (burst.stream().noneMatch(Future::isDone)) {
                return burst;
            }
            locks.rollback();
            for (var each : burst) {
                each.get();
            }
            await().until(() -> inside() == 0);
        }
        throw new AssertionError("no burst was let in");
    }

    private int log() {
        return workspace
                .asIntegration()
                .body("{\"source\": \"crm\", \"external_id\": \"" + System.nanoTime() + "\"}")
                .post("/v1/losses")
                .statusCode();
    }

    private int deliver() {
        return connection
                .send("{\"id\": \"" + System.nanoTime() + "\", \"status\": \"lost\"}")
                .statusCode();
    }

    private List<Future<Integer>> clients(int many, java.util.concurrent.Callable<Integer> request) {
        return new ArrayList<>(
                IntStream.range(0, many).mapToObj(i -> clients.submit(request)).toList());
    }

    /** Nobody writes there until it is rolled back. */
    private static void hold(Connection locks, String table) throws Exception {
        locks.setAutoCommit(false);
        Database.execute(locks, "lock table " + table + " in exclusive mode");
    }

    /** The head of a request and the first letter of its body. */
    private Socket begin(String path, String key) throws IOException {
        var socket = new Socket(losses.getHost(), losses.getPort());
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Accept: application/json, text/event-stream\r\nAuthorization: Bearer " + key
                                + "\r\nContent-Length: 1000\r\n\r\n{")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static int inside() {
        var gauge = INSIDE.matcher(given().get("/q/metrics").asString());
        assertThat(gauge.find()).isTrue();
        return (int) Double.parseDouble(gauge.group(1));
    }
}
