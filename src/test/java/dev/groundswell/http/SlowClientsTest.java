package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.Contract;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.FaultyLine;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are slow, or never end: spoken over plain sockets. */
@Apart
@QuarkusTest
@TestProfile(FaultyLine.class)
class SlowClientsTest {

    private static final String DEEP = "[".repeat(500_000);

    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        drip.shutdownNow();
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIsNoLongerWaitedFor() throws IOException {
        assertThat(answer(begin("Content-Length: 100", "{\"source\": "))).isEqualTo("408 too_slow");
        assertThat(answer(begin("Transfer-Encoding: chunked", "1\r\n{\r\n"))).isEqualTo("408 too_slow");
    }

    @Test
    void aMessageOfAModelThatDoesNotArriveInTimeEither() throws IOException {
        var model = "Authorization: Bearer " + TestWorkspace.create().leader()
                + "\r\nAccept: application/json, text/event-stream\r\n";

        assertThat(answer(begin("POST /mcp", model + "Content-Length: 100", "{")))
                .isEqualTo("408 too_slow");
        assertThat(answer(begin("POST /mcp", model + "Transfer-Encoding: chunked", "1\r\n{\r\n")))
                .isEqualTo("408 too_slow");
    }

    @Test
    void everyOperationThatTakesABodySaysSo() throws IOException {
        var waiting = new LinkedHashMap<String, Socket>();
        for (var operation : Document.committed().operations()) {
            if (operation.statuses().contains("408")) {
                waiting.put(operation.id(), begin(operation, "Content-Length: 100", "{"));
            }
        }
        for (var each : waiting.entrySet()) {
            assertThat(answer(each.getValue())).as(each.getKey()).isEqualTo("408 too_slow");
        }
    }

    @Test
    void aBodyWithoutAnEndIsRefusedOnceItIsTooLarge() throws IOException {
        var endless = begin("Transfer-Encoding: chunked", "");
        var piece = ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i <= (1 << 20) / (1 << 16); i++) {
            endless.getOutputStream().write(piece);
        }

        assertThat(answer(endless)).isEqualTo("413 too_large");
    }

    /** More of them than the service has threads; and those of unknown length go on a letter at a time. */
    @Test
    void slowClientsHoldUpNobodyElse() throws Exception {
        var workspace = TestWorkspace.create();
        var connection = TestConnection.create(workspace, "json", "");
        var dripping = new ArrayList<Socket>();
        for (int i = 0; i < 2 * FaultyLine.WORKERS; i++) {
            begin("Content-Length: 100000", "{");
            say("GET /v1/workspace HTTP/1.1\r\nHost: loc");
            dripping.add(begin("Transfer-Encoding: chunked", "1\r\n{\r\n"));
            dripping.add(begin("POST " + connection.path(), "Transfer-Encoding: chunked", "1\r\n{\r\n"));
        }
        drip.scheduleAtFixedRate(() -> dripping.forEach(SlowClientsTest::drip), 0, 100, TimeUnit.MILLISECONDS);

        for (int i = 0; i < 20; i++) {
            assertThat(send(
                            "/v1/losses",
                            workspace.integration(),
                            "{\"source\": \"crm\", \"external_id\": \"" + i + "\"}"))
                    .isEqualTo(201);
            assertThat(send(connection.path(), "", "{\"id\": \"hooked\"}")).isEqualTo(200);
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException hungUp) {
            // the service has given it up
        }
    }

    /** Each waits for a worker, so there may only be so many. */
    @Test
    void moreFilesAtOnceThanCanBeReadAreSentAway() throws IOException {
        var connection = TestConnection.create("json");
        var files = new ArrayList<Socket>();
        for (int i = 0; i < 40; i++) {
            files.add(say("POST /v1/connections/" + connection.id() + "/imports HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: text/csv\r\nAuthorization: Bearer "
                    + connection.workspace().admin() + "\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nid,s\r\n"));
        }
        var refused = 0;
        for (var file : files) {
            refused += isRefused(file) ? 1 : 0;
        }
        assertThat(refused).isPositive();
        connection.workspace().asLeader().get("/v1/losses").then().statusCode(200);
    }

    @Test
    void aBodyThatIsNestedWithoutAnEndIsRefusedAndTheHookKeepsIt() throws Exception {
        var workspace = TestWorkspace.create();
        assertThat(send("/v1/deals/batch", workspace.integration(), DEEP)).isEqualTo(400);

        var connection = TestConnection.create(workspace, "json", "");
        assertThat(send(connection.path(), "", DEEP)).isEqualTo(200);
        connection.settle();
        assertThat(workspace.asAdmin().get("/v1/deliveries").<String>path("items[0].state"))
                .isEqualTo("dead");
    }

    /** Not by REST Assured, which notes each body with its levels indented. */
    private static int send(String path, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return Contract.send(HttpClient.newHttpClient(), request.build()).statusCode();
    }

    private Socket begin(String header, String body) throws IOException {
        return begin("POST /v1/losses", header, body);
    }

    private Socket begin(Document.Operation operation, String header, String body) throws IOException {
        return begin(operation.method() + " " + operation.template().replaceAll("\\{[^}]+}", "1"), header, body);
    }

    private Socket begin(String target, String header, String body) throws IOException {
        return say(target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n"
                + body);
    }

    private Socket say(String text) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean isRefused(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        try {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 503");
        } catch (SocketTimeoutException itIsBeingRead) {
            return false;
        }
    }

    /** Its status and the code of its problem. */
    private static String answer(Socket socket) throws IOException {
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer.substring(9, 12) + " " + answer.replaceAll("(?s).*\"code\":\"([a-z_]+)\".*", "$1");
    }
}
