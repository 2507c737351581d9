package dev.groundswell.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.groundswell.testsupport.PostgresResource;
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
