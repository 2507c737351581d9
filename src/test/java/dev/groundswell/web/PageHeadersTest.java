package dev.groundswell.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the pages are given stays on this host. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PageHeadersTest {

    private static final List<String> SERVED = List.of(
            "/",
            "/say",
            "/assets/api.js",
            "/assets/style/base.css",
            "/_static/htm/preact/standalone.module.js",
            "/_static/echarts/dist/echarts.esm.min.js");

    @Test
    void nothingButThisHostsOwnIsRun() {
        for (var path : SERVED) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Referrer-Policy", equalTo("no-referrer"));
            given().head(path).then().statusCode(200);
        }
    }

    @Test
    void whatIsSaidInConfidenceAndWhatOpensDoorsIsKeptByNoBrowser() {
        var workspace = TestWorkspace.create();
        for (var path : List.of("/v1/field_reports/mine", "/v1/concerns", "/v1/questions", "/v1/me/keys")) {
            workspace.asRep().get(path).then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        }
        for (var path : List.of("/v1/invites", "/v1/keys", "/v1/subscriptions", "/v1/members")) {
            workspace.asAdmin().get(path).then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        }
        workspace
                .asLeader()
                .get("/v1/trends/reasons?interval=year&since=2026-01-01&until=2026-12-31")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-cache"))
                .header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"));
        given().get("/q/health/live").then().header("X-Content-Type-Options", equalTo("nosniff"));
        given().get("/v1/keys").then().statusCode(401).header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void noPageNamesAnotherHost() {
        for (var path : List.of("/", "/say")) {
            assertThat(given().get(path).asString()).doesNotContain("//").contains("<html lang=");
        }
    }

    @Test
    void pagesAreOfTheVersionOfTheService() {
        for (var path : List.of("/", "/say", "/assets/api.js")) {
            given().get(path).then().header("Cache-Control", equalTo("no-cache"));
        }
        given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
    }
}
