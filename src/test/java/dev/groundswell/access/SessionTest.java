package dev.groundswell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser's session is as good as the key behind it, and no better. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SessionTest {

    private static final String NAME = "__Host-groundswell";

    @Inject
    TestClock clock;

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @AfterEach
    void leave() {
        clock.bringBack();
    }

    @Test
    void theCookieIsForThisHostAloneAndForNoScript() {
        var cookie = signIn(workspace.rep());

        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.hasDomain()).isFalse();
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofDays(30).toSeconds());
    }

    @Test
    void whoHasSignedInIsKnown() {
        browser(signIn(workspace.leader()))
                .get("/v1/session")
                .then()
                .statusCode(200)
                .body("role", equalTo("leader"))
                .body("workspace_name", equalTo("Test"))
                .body("expires_at", notNullValue());
        workspace.asRep().get("/v1/session").then().statusCode(200).body("role", equalTo("rep"));
    }

    @Test
    void itMayWhatTheKeyMay() {
        var rep = signIn(workspace.rep());

        page(rep).body(loss("1")).post("/v1/losses").then().statusCode(201);
        page(rep).body("{\"role\": \"rep\"}").post("/v1/invites").then().statusCode(403);
        workspace.asIntegration().post("/v1/session").then().statusCode(403);
    }

    @Test
    void whatChangesSomethingComesFromAPageOfOurs() {
        var rep = signIn(workspace.rep());

        for (var site : List.of("cross-site", "same-site", "none")) {
            page(rep, site).body(loss("1")).post("/v1/losses").then().statusCode(403);
        }
        browser(rep).body(loss("1")).post("/v1/losses").then().statusCode(403);
        browser(rep)
                .header("Sec-Fetch-Site", "same-origin")
                .body(loss("1"))
                .post("/v1/losses")
                .then()
                .statusCode(403);
        browser(rep)
                .header("Groundswell-Page", "say")
                .body(loss("1"))
                .post("/v1/losses")
                .then()
                .statusCode(403);
        page(rep, "cross-site").delete("/v1/session").then().statusCode(403);
        browser(rep).get("/v1/losses").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void signingOutEndsItForWhoeverHasTheCookie() {
        var rep = signIn(workspace.rep());

        var gone =
                page(rep).delete("/v1/session").then().statusCode(204).extract().detailedCookie(NAME);

        assertThat(gone.getMaxAge()).isZero();
        browser(rep).get("/v1/session").then().statusCode(401);
    }

    /** A handle alone, from wherever it is known, proves nothing. */
    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        var rep = signIn(workspace.rep());
        var handle = Credential.parse(rep.getValue()).orElseThrow().handle();
        var forged = withHandle(handle);

        for (var call : List.of("DELETE", "POST")) {
            TestWorkspace.as(workspace.leader())
                    .header("Cookie", NAME + "=" + forged)
                    .request(call, "/v1/session")
                    .then()
                    .statusCode(call.equals("DELETE") ? 204 : 201);
        }

        browser(rep).get("/v1/session").then().statusCode(200);
    }

    /** Of the right shape and checksum, and made up. */
    private String withHandle(String handle) {
        var body = "gss_test_" + workspace.id() + handle + "_" + "0".repeat(30);
        return body + checksum(body);
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        var letters = new StringBuilder();
        for (long rest = crc.getValue(); letters.length() < 6; rest /= 62) {
            int digit = (int) (rest % 62);
            letters.append((char) (digit < 10 ? '0' + digit : digit < 36 ? 'A' + digit - 10 : 'a' + digit - 36));
        }
        return letters.reverse().toString();
    }

    @Test
    void itEndsWithItsKey() {
        var key = workspace.anotherRep();
        var cookie = signIn(key);
        var id = TestWorkspace.as(key).get("/v1/me/keys").<String>path("items[0].id");

        TestWorkspace.as(key).delete("/v1/me/keys/{id}", id).then().statusCode(204);

        browser(cookie).get("/v1/session").then().statusCode(401);
    }

    @Test
    void itEndsByItselfUnlessItIsRenewed() {
        var old = signIn(workspace.rep());
        clock.goOn(Duration.ofDays(20));

        var renewed =
                page(old).post("/v1/session").then().statusCode(201).extract().detailedCookie(NAME);

        browser(old).get("/v1/session").then().statusCode(401);
        clock.goOn(Duration.ofDays(20));
        browser(renewed).get("/v1/session").then().statusCode(200);
        clock.goOn(Duration.ofDays(11));
        browser(renewed).get("/v1/session").then().statusCode(401);
    }

    @Test
    void aCookieThatClaimsAnotherWorkspaceIsRefused() {
        var other = TestWorkspace.create();
        var cookie = signIn(workspace.rep()).getValue();
        var moved = cookie.replace(workspace.id(), other.id());

        for (var value : List.of(moved, cookie.substring(1), "x", workspace.rep())) {
            TestWorkspace.asNobody()
                    .header("Cookie", NAME + "=" + value)
                    .get("/v1/session")
                    .then()
                    .statusCode(401);
        }
    }

    /** Whoever gave a key meant the key. */
    @Test
    void aKeyCountsMoreThanACookie() {
        browser(signIn(workspace.rep()))
                .header("Authorization", "Bearer " + workspace.leader())
                .get("/v1/session")
                .then()
                .statusCode(200)
                .body("role", equalTo("leader"));
    }

    private static Cookie signIn(String key) {
        return TestWorkspace.as(key)
                .post("/v1/session")
                .then()
                .statusCode(201)
                .extract()
                .detailedCookie(NAME);
    }

    private static RequestSpecification browser(Cookie cookie) {
        return TestWorkspace.asNobody().header("Cookie", NAME + "=" + cookie.getValue());
    }

    private static RequestSpecification page(Cookie cookie) {
        return page(cookie, "same-origin");
    }

    private static RequestSpecification page(Cookie cookie, String site) {
        return browser(cookie).header("Sec-Fetch-Site", site).header("Groundswell-Page", "say");
    }

    private static String loss(String id) {
        return "{\"source\": \"crm\", \"external_id\": \"%s\"}".formatted(id);
    }
}
