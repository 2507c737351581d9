package dev.groundswell.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A connection of a test's own, and the CRM at its other end. */
public record TestConnection(TestWorkspace workspace, String id, String hookUrl) {

    /** @param more further fields of the body, each after a comma */
    public static TestConnection create(TestWorkspace workspace, String kind, String more) {
        var made = Again.ask(() -> workspace
                        .asAdmin()
                        .body("{\"kind\": \"%s\", \"name\": \"Test\", \"source\": \"crm\"%s}".formatted(kind, more))
                        .post("/v1/connections"))
                .statusCode(201)
                .extract();
        return new TestConnection(workspace, made.path("id"), made.path("hook_url"));
    }

    public static TestConnection create(String kind) {
        return create(TestWorkspace.create(), kind, "");
    }

    /** A request as a CRM makes it: bytes, and a content type that nobody adds a character set to. */
    public static RequestSpecification crm() {
        return given().config(RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)));
    }

    public String path() {
        return URI.create(hookUrl).getRawPath();
    }

    public Response send(String body) {
        return send(crm().contentType("application/json"), body);
    }

    public Response send(RequestSpecification request, String body) {
        return request.urlEncodingEnabled(false)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path());
    }

    /** With this query, as it is. */
    public Response send(RequestSpecification request, String query, String body) {
        return request.urlEncodingEnabled(false)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path() + query);
    }

    /** Sends what has to be taken, and waits until it is understood. */
    public TestConnection tell(String body) {
        var status = Again.ask(() -> send(body)).extract().statusCode();
        if (status / 100 != 2) {
            throw new AssertionError("the hook answered " + status);
        }
        return settle();
    }

    /** Waits until nothing waits; where the service cannot answer just now, it is asked again. */
    public TestConnection settle() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(this::askHealth, asked -> asked.statusCode() == 200 && asked.<Integer>path("waiting") == 0);
        return this;
    }

    public ValidatableResponse health() {
        return askHealth().then().statusCode(200);
    }

    private Response askHealth() {
        return workspace.asAdmin().get("/v1/connections/{id}/health", id);
    }

    public ValidatableResponse deal(String externalId) {
        return workspace.asLeader().get("/v1/deals/crm/{id}", externalId).then();
    }

    public ValidatableResponse deliveries() {
        return workspace.asAdmin().get("/v1/deliveries?connection=" + id).then().statusCode(200);
    }

    public ValidatableResponse preview(String body) {
        return TestWorkspace.as(workspace.admin())
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/connections/{id}/preview", id)
                .then();
    }

    /** What the trend of reasons counts in a year: lost deals. */
    public int lostIn(int year) {
        return workspace
                .asLeader()
                .get("/v1/trends/reasons?interval=year&since=%d-01-01&until=%d-12-31".formatted(year, year))
                .then()
                .statusCode(200)
                .extract()
                .path("buckets[0].lost");
    }
}
