package dev.groundswell.mcp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A client of the tools, with somebody's key. */
record TestModel(String key) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a tool said, and whether it is a refusal. */
    record Said(boolean isRefusal, String text) {

        JsonNode json() throws JsonProcessingException {
            return JSON.readTree(text);
        }
    }

    static RequestSpecification nobody() {
        return given().contentType(ContentType.JSON).accept("application/json, text/event-stream");
    }

    RequestSpecification caller() {
        return nobody().header("Authorization", "Bearer " + key);
    }

    /** @param params JSON */
    Response send(String method, String params) {
        return caller().body(message(method, params)).post("/mcp");
    }

    /** @param arguments JSON */
    Said call(String tool, String arguments) {
        var answer = send("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments))
                .then()
                .statusCode(200)
                .body("error", nullValue())
                .extract();
        return new Said(answer.path("result.isError"), answer.path("result.content[0].text"));
    }

    static String message(String method, String params) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": %s}".formatted(method, params);
    }
}
