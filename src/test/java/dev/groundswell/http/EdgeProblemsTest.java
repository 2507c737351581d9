package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.Contract;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library would send: spoken over a plain socket. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EdgeProblemsTest {

    @Test
    void aBodyThatSaysItIsTooLarge() throws IOException {
        var answer = say("POST /v1/losses HTTP/1.1", "Content-Length: 99999999999", "Content-Type: application/json");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"too_large\"");
    }

    @Test
    void aBodyThatGrowsTooLarge() throws IOException {
        var key = TestWorkspace.create().integration();
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /v1/deals/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            try {
                for (int i = 0; i < 12; i++) {
                    out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(blank);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException refusedInBetween) {
                assertThat(refusedInBetween).isNotNull();
            }
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"too_large\"");
        }
    }

    @Test
    void aPathThatIsNone() throws IOException {
        var answer = say("GET /v1/losses/%zz HTTP/1.1");

        // the server refuses a target that is no URI before any handler of ours runs
        assertThat(answer).startsWith("HTTP/1.1 400").contains("content-length: 0");
    }

    @Test
    void aMediaTypeThatIsNoneAndAControlCharacterWhereAnythingIsTaken() throws IOException {
        var key = "Authorization: Bearer " + TestWorkspace.create().admin();

        assertThat(say("POST /v1/connections/1/preview HTTP/1.1", key, "Content-Type: /", "Content-Length: 0"))
                .startsWith("HTTP/1.1 415")
                .contains("application/problem+json");
        assertThat(say("POST /v1/connections/%00/preview HTTP/1.1", key, "Content-Length: 0"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void aPlaceThatIsNotThere() throws IOException {
        assertThat(say("GET /q/nothing HTTP/1.1", "Accept: text/html"))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json")
                .doesNotContain("<html");
        assertThat(say("GET /nothing HTTP/1.1", "Accept: text/html"))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json");
    }

    /** Bounds, headers and what metrics leave out go by how an address begins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%761/losses",
                "//v1/losses",
                "/v1//losses",
                "/./v1/losses",
                "/x/../v1/losses",
                "/v1/x/../losses",
                "/v1/%6cosses",
                "/v1;a/losses",
                "/%6dcp",
                "//mcp"
            })
    void anAddressIsWrittenInOneWay(String address) throws IOException {
        var key = "Authorization: Bearer " + TestWorkspace.create().leader();

        assertThat(say("GET " + address + " HTTP/1.1", key))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json");
    }

    /** In which bodies come without being announced. */
    @Test
    void http2IsNotSpoken() throws Exception {
        var asked = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/q/health/live"))
                .version(HttpClient.Version.HTTP_2)
                .build();

        var answer = Contract.send(HttpClient.newHttpClient(), asked);

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aMethodThatNobodyKnows() throws IOException {
        assertThat(say("BREW /v1/losses HTTP/1.1")).startsWith("HTTP/1.1 405").contains("application/problem+json");
        assertThat(say("TRACE /v1/losses HTTP/1.1")).startsWith("HTTP/1.1 405").contains("application/problem+json");
    }

    private String say(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var request = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aSemicolonAfterASignOfPercentIsRefusedAsEveryOther() {
        TestWorkspace.create()
                .asAdmin()
                .urlEncodingEnabled(false)
                .delete("/v1/segments/%25s%25n;a=b")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/path"));
    }
}
