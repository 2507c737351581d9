package dev.groundswell.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in to ask, and with what. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DoorTest {

    private static final String LIST = TestModel.message("tools/list", "{}");

    private TestModel model;

    @BeforeEach
    void open() {
        model = new TestModel(TestWorkspace.create().leader());
    }

    @Test
    void nobodyIsToldWhatToolsThereAreWithoutAKey() {
        for (var caller : List.of(
                TestModel.nobody(),
                new TestModel("gsw_test_k_aaaaaaaa_forged").caller(),
                new TestModel(model.key().substring(0, model.key().length() - 1)).caller())) {
            caller.body(LIST)
                    .post("/mcp")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("code", equalTo("unauthenticated"));
        }
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        var workspace = TestWorkspace.create();
        var made = workspace.asRep().body("{}").post("/v1/me/keys");
        var theirs = new TestModel(made.path("key"));
        theirs.send("tools/list", "{}").then().statusCode(200);

        workspace.asRep().delete("/v1/me/keys/" + made.path("id")).then().statusCode(204);

        theirs.send("tools/list", "{}").then().statusCode(401);
    }

    @Test
    void messagesArePostedAndNoStreamIsHeldOpen() {
        model.caller().get("/mcp").then().statusCode(405).header("Allow", equalTo("POST"));
        model.caller().delete("/mcp").then().statusCode(405);
        model.caller().get("/mcp/sse").then().statusCode(404);
        model.caller().body(LIST).post("/mcp/messages/1").then().statusCode(404);
    }

    @Test
    void aMessageIsOneAndIsJson() {
        model.caller()
                .body("[" + LIST + "," + LIST + "]")
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("detail", containsString("one JSON-RPC message"));
        model.caller().post("/mcp").then().statusCode(400);
        model.caller()
                .body("{\"jsonrpc\": ")
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("error.code", equalTo(-32700));
        model.caller()
                .accept("application/json")
                .body(LIST)
                .post("/mcp")
                .then()
                .statusCode(406)
                .body("detail", containsString("text/event-stream"));
    }

    @Test
    void aMessageIsNoLongerThan64Kibibytes() {
        var padded = LIST + " ".repeat((64 << 10) - LIST.length());
        model.caller().body(padded).post("/mcp").then().statusCode(200);

        model.caller().body(padded + " ").post("/mcp").then().statusCode(413).body("code", equalTo("too_large"));
    }

    @Test
    void aMessageWhoseLengthNobodyTellsIsNoLongerEither() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + model.key()
                            + "\r\nAccept: application/json, text/event-stream\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n10001\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(" ".repeat(0x10001).getBytes(StandardCharsets.US_ASCII));
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413");
        }
    }
}
