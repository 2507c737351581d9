package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.access.Background;
import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.FailingRoute;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.SaidInLogs;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lets somebody send a delivery, or act for the sender, is nowhere: not in the store, the logs, or an answer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SecretsTest {

    private static final List<String> PLANTED = List.of(
            "planted-zoho-token",
            "planted-code-in-the-url",
            "planted-dynamics-header",
            "planted-salesforce-session",
            "planted-basic-password",
            "planted-cookie",
            "planted-hubspot-secret",
            "planted-house-token",
            "planted-bearer-in-the-url");

    @Inject
    Background background;

    @Inject
    Deliveries deliveries;

    private final List<TestConnection> connections = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
    }

    @Test
    void noSecretOfAPayloadHeaderOrUrlIsKeptLoggedOrAnswered() throws SQLException {
        try (var log = new SaidInLogs()) {
            sendAll(true);
            sendAll(false);
            for (var connection : connections) {
                connection.settle();
            }
            seen.addAll(log.lines());
        }
        lookAtAnswers();
        lookAtTables();
        lookIntoDeliveries();

        assertThat(seen.size()).isGreaterThan(50);
        var tokens = connections.stream()
                .map(connection -> connection.path().substring("/v1/hooks/".length()))
                .toList();
        for (var line : seen) {
            assertThat(line).doesNotContain(PLANTED).doesNotContain(tokens);
            for (var planted : PLANTED) {
                assertThat(line).doesNotContain(HexFormat.of().formatHex(planted.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** The address of a hook is a secret, also where the request goes wrong before anybody has read it. */
    @ParameterizedTest
    @ValueSource(strings = {"no number\r\n", "5\r\nonly", "ffffffff\r\n{}\r\n"})
    void theAddressOfARequestThatBreaksOffIsNotLogged(String chunks) throws Exception {
        var path = TestConnection.create(workspace, "json", "").path();
        var token = path.substring("/v1/hooks/".length());
        try (var log = new SaidInLogs()) {
            for (var address : List.of(
                    path, path + "%25s%25n;a=b", path + "?x=%zz", path + "/%c3%28", FailingRoute.PATH + token)) {
                try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                    socket.getOutputStream()
                            .write(("POST " + address + " HTTP/1.1\r\nHost: localhost\r\n"
                                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                            + chunks)
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.shutdownOutput();
                    socket.setSoTimeout(10_000);
                    socket.getInputStream().readAllBytes();
                }
            }
            assertThat(log.lines()).noneMatch(line -> line.contains(token));
        }
    }

    /** @param right false: to a connection that holds another secret */
    private void sendAll(boolean right) {
        var odd = right ? "" : "-other";
        hook("zoho", "token", "planted-zoho-token" + odd).send("""
                        {"channel_id": "1", "module": "Deals", "operation": "update", "server_time": 1772445600000,
                         "token": "planted-zoho-token", "ids": ["5"], "affected_values": [{"record_id": "5", "values": {"Stage": "Lost"}}]}""");
        var json = TestConnection.crm().contentType("application/json");
        hook("dynamics", "key", "planted-code-in-the-url" + odd).send(json, "?code=planted-code-in-the-url", "{}");
        hook("dynamics", "header", "planted-dynamics-header" + odd)
                .send(
                        TestConnection.crm()
                                .contentType("application/json")
                                .header("x-groundswell-key", "planted-dynamics-header"),
                        "{\"broken");
        hook("pipedrive", "password", "planted-basic-password" + odd)
                .send(
                        TestConnection.crm()
                                .contentType("application/json")
                                .auth()
                                .preemptive()
                                .basic("user", "planted-basic-password"),
                        "{\"meta\": {\"version\": \"2.0\", \"entity\": \"deal\"}}");
        hook("json", "token", "planted-house-token" + odd)
                .send(
                        TestConnection.crm()
                                .contentType("application/json")
                                .header("Authorization", "Bearer planted-house-token")
                                .header("Cookie", "session=planted-cookie"),
                        "[{\"id\": \"7\", \"status\": \"lost\", \"note\": \"by planted-house-token\"}]");
        hook("cloudevents", "token", "planted-bearer-in-the-url" + odd)
                .send(
                        TestConnection.crm().contentType("application/cloudevents+json"),
                        "?access_token=planted-bearer-in-the-url",
                        "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"data\": {\"id\": \"8\", \"state\": \"lost\"}}");
        hook("hubspot", "client_secret", "planted-hubspot-secret" + odd).send("[]");
        var salesforce = TestConnection.create(workspace, "salesforce", "");
        connections.add(salesforce);
        salesforce.send(
                TestConnection.crm().contentType("text/xml"),
                "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><notifications>"
                        + "<SessionId>planted-salesforce-session</SessionId></notifications>"
                        + (right ? "</e:Body></e:Envelope>" : "not closed"));
    }

    private TestConnection hook(String kind, String name, String secret) {
        var user = name.equals("password") ? "\"user\": \"user\", " : "";
        var connection = TestConnection.create(
                workspace, kind, ", \"secrets\": {%s\"%s\": \"%s\"}".formatted(user, name, secret));
        connections.add(connection);
        return connection;
    }

    private void lookAtAnswers() {
        for (var path : List.of("/v1/connections", "/v1/deliveries?limit=200", "/v1/audit", "/v1/losses")) {
            seen.add((path.equals("/v1/losses") ? workspace.asLeader() : workspace.asAdmin())
                    .get(path)
                    .asString());
        }
        List<String> ids = workspace.asAdmin().get("/v1/deliveries?limit=200").path("items.id");
        assertThat(ids).isNotEmpty();
        ids.forEach(
                id -> seen.add(workspace.asAdmin().get("/v1/deliveries/" + id).asString()));
        connections.forEach(connection -> seen.add(workspace
                .asAdmin()
                .get("/v1/connections/" + connection.id() + "/health")
                .asString()));
    }

    private void lookAtTables() throws SQLException {
        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            Database.enter(app, workspace.id());
            for (var table : Database.tables(app)) {
                seen.addAll(Database.texts(app, "select t::text from " + table + " t"));
            }
        }
    }

    /** What their encryption would hide. */
    private void lookIntoDeliveries() throws SQLException {
        List<String> ids = workspace.asAdmin().get("/v1/deliveries?limit=200").path("items.id");
        int before = seen.size();
        background.inside(
                workspace.id(),
                "looking",
                Duration.ofMinutes(1),
                turn -> QuarkusTransaction.requiringNew().run(() -> ids.forEach(id -> seen.add(body(id)))));
        assertThat(seen).hasSize(before + ids.size());
    }

    private String body(String id) {
        try {
            var delivery = deliveries.find(Long.parseLong(id)).orElseThrow();
            return new String(delivery.body(), StandardCharsets.UTF_8) + delivery.query() + delivery.headers();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
