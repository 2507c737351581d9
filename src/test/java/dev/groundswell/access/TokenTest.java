package dev.groundswell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of an OpenID Connect provider, signed here by a key of the test's own. */
@Apart
@QuarkusTest
@TestProfile(TokenTest.WithTokens.class)
@QuarkusTestResource(PostgresResource.class)
class TokenTest {

    /** The provider's public key is all that the service has to know. */
    public static class WithTokens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var provider = generate();
            // the profile is loaded apart from the test: the key travels as text
            System.setProperty(
                    "test.token.key",
                    Base64.getEncoder().encodeToString(provider.getPrivate().getEncoded()));
            return Map.of(
                    "quarkus.oidc.tenant-enabled",
                    "true",
                    "quarkus.oidc.token.audience",
                    AUDIENCE,
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(provider.getPublic().getEncoded()));
        }
    }

    private static final String AUDIENCE = "groundswell";

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void aTokenHasThePermissionsOfTheRoleThatItNames() throws Exception {
        var rep = token(workspace.id(), "groundswell-rep");

        TestWorkspace.as(rep).get("/v1/workspace").then().statusCode(200).body("id", equalTo(workspace.id()));
        TestWorkspace.as(rep)
                .body("{\"source\": \"crm\", \"external_id\": \"1\"}")
                .post("/v1/losses")
                .then()
                .statusCode(201);
        TestWorkspace.as(rep)
                .body("{\"role\": \"rep\"}")
                .post("/v1/invites")
                .then()
                .statusCode(403);
    }

    /** Whoever leaves the company loses the token, and no session outlives it. */
    @Test
    void aSessionMadeWithATokenEndsWithIt() throws Exception {
        var leader = token(workspace.id(), "groundswell-leader");

        var made = TestWorkspace.as(leader)
                .post("/v1/session")
                .then()
                .statusCode(201)
                .extract();

        var end = Instant.parse(made.path("expires_at"));
        assertThat(Duration.between(Instant.now(), end)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        TestWorkspace.asNobody()
                .header("Cookie", "__Host-groundswell=" + made.cookie("__Host-groundswell"))
                .get("/v1/session")
                .then()
                .statusCode(200)
                .body("role", equalTo("leader"));
    }

    @Test
    void keysWorkBesideTokens() {
        workspace.asLeader().get("/v1/workspace").then().statusCode(200);
    }

    @Test
    void aTokenWithoutAWorkspaceARoleOrAWorkspaceThatExistsIsRefused() throws Exception {
        for (var token : new String[] {
            token("", "groundswell-rep"),
            token(workspace.id(), "janitor"),
            token("zzzzzzzz", "groundswell-rep"),
            token("../etc", "groundswell-rep")
        }) {
            TestWorkspace.as(token)
                    .get("/v1/workspace")
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
    }

    /** The provider signs for others, too; and others sign. */
    @Test
    void aTokenForAnotherServiceOrOfAnotherSignerOrThatIsOverIsRefused() throws Exception {
        var good = token(workspace.id(), "groundswell-admin");
        TestWorkspace.as(good).get("/v1/workspace").then().statusCode(200);
        var tokens = Map.of(
                "for another service",
                claims(workspace.id(), "groundswell-admin").audience("billing").sign(provider()),
                "for nobody",
                claims(workspace.id(), "groundswell-admin").sign(provider()),
                "of another signer",
                claims(workspace.id(), "groundswell-admin")
                        .audience(AUDIENCE)
                        .sign(generate().getPrivate()),
                "of nobody",
                encoded("{\"alg\":\"none\"}") + "." + good.split("\\.")[1] + ".",
                "over",
                claims(workspace.id(), "groundswell-admin")
                        .audience(AUDIENCE)
                        .issuedAt(Instant.now().minusSeconds(900))
                        .expiresAt(Instant.now().minusSeconds(600))
                        .sign(provider()),
                "no token",
                "anything");
        tokens.forEach((what, token) -> assertThat(
                        TestWorkspace.as(token).get("/v1/workspace").statusCode())
                .as(what)
                .isEqualTo(401));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey provider() throws Exception {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty("test.token.key"))));
    }

    private static JwtClaimsBuilder claims(String workspace, String role) {
        return Jwt.subject("somebody")
                .groups(role)
                .claim("groundswell_workspace", workspace)
                .expiresIn(300);
    }

    private static String token(String workspace, String role) throws Exception {
        return claims(workspace, role).audience(AUDIENCE).sign(provider());
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
