package dev.groundswell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two workspaces never see each other, whatever one of them sends. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TwoWorkspacesTest {

    private TestWorkspace mine;
    private TestWorkspace theirs;
    private Map<String, String> ids;

    @BeforeEach
    void furnish() {
        mine = TestWorkspace.create();
        theirs = TestWorkspace.create();
        String loss = theirs.asIntegration()
                .body(
                        "{\"source\": \"theirs\", \"external_id\": \"1\", \"product\": \"Theirs\", \"segment\": \"Theirs\","
                                + " \"region\": \"Theirs\", \"competitors\": [\"Theirs\"], \"closed_on\": \"2026-01-01\"}")
                .post("/v1/losses")
                .path("id");
        theirs.asAdmin()
                .body("{\"code\": \"theirs\", \"label\": \"Theirs\", \"group\": \"fit\"}")
                .post("/v1/reasons");
        String alias = theirs.asAdmin()
                .body("{\"dimension\": \"reason\", \"text\": \"words\", \"target\": \"theirs\"}")
                .post("/v1/aliases")
                .path("id");
        String invite =
                theirs.asAdmin().body("{\"role\": \"rep\"}").post("/v1/invites").path("id");
        String key =
                theirs.asAdmin().body("{\"name\": \"Theirs\"}").post("/v1/keys").path("id");
        String member = theirs.asAdmin().get("/v1/members").path("items[1].id");
        String own = theirs.asAdmin().body("{}").post("/v1/me/keys").path("id");
        var connection = TestConnection.create(theirs, "json", "");
        connection.send("{}");
        String imported = theirs.asAdmin()
                .contentType("text/csv")
                .body("id,status\n1,open\n")
                .post("/v1/connections/{id}/imports", connection.id())
                .path("id");
        String delivery = theirs.asAdmin().get("/v1/deliveries").path("items[0].id");
        var field = TestField.of(theirs, 5);
        field.say(0, 5, "budget");
        field.sealPeriod();
        String release = theirs.asLeader().get("/v1/releases").path("items[0].id");
        theirs.asRep()
                .body("{\"topic\": \"policy\", \"words\": \"Two signatures are one too many\"}")
                .post("/v1/concerns");
        String concern = theirs.asRep().get("/v1/concerns/open").path("items[0].id");
        String question = theirs.asLeader()
                .body(
                        "{\"words\": \"What would have helped?\", \"options\": [\"this\", \"that\"], \"closes_on\": \"%s\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(10)))
                .post("/v1/questions")
                .path("id");
        String subscription = theirs.asAdmin()
                .body(
                        "{\"kind\": \"slack\", \"name\": \"Theirs\", \"url\": \"http://127.0.0.1:9/\", \"events\": [\"digest.weekly\"]}")
                .post("/v1/subscriptions")
                .path("id");
        String report = theirs.asRep().get("/v1/field_reports/mine").path("items[0].id");
        ids = ids(
                "/v1/signals/",
                TestMarket.ofASignal(theirs),
                "/v1/connections/",
                connection.id(),
                "/v1/releases/",
                release,
                "/v1/subscriptions/",
                subscription,
                "/v1/concerns/",
                concern,
                "/v1/questions/",
                question,
                "/v1/field_reports/",
                report,
                "/v1/deliveries/",
                delivery,
                "/v1/imports/",
                imported,
                "/v1/losses/",
                loss,
                "/v1/aliases/",
                alias,
                "/v1/invites/",
                invite,
                "/v1/members/",
                member,
                "/v1/keys/",
                key,
                "/v1/me/keys/",
                own);
    }

    /** A path that ends before an id, and the id. */
    private static Map<String, String> ids(String... pathsAndIds) {
        var ids = new HashMap<String, String>();
        for (int i = 0; i < pathsAndIds.length; i += 2) {
            ids.put(pathsAndIds[i], pathsAndIds[i + 1]);
        }
        return ids;
    }

    @Test
    void whatIsTheirsIsTheSame404AsWhatDoesNotExist() {
        var different = new ArrayList<String>();
        for (var operation : Document.committed().operations()) {
            boolean upsert = operation.template().startsWith("/v1/deals/")
                    && !operation.method().equals("GET");
            if (!operation.template().contains("{")
                    || upsert
                    || operation.id().startsWith("getTrend")
                    || operation.id().equals("acceptInvite")) {
                continue;
            }
            var answer = ask(operation, fill(operation.template(), true));
            var none = ask(operation, fill(operation.template(), false));
            if (!answer.equals("404" + none.substring(3)) || !none.startsWith("404")) {
                different.add(operation.id() + ": " + answer + " / " + none);
            }
        }
        assertThat(different).isEmpty();
        theirs.asLeader().get("/v1/losses?source=theirs").then().body("items", hasSize(1));
    }

    @Test
    void theirFiltersAndCursorsAreRefused() {
        mine.asLeader().get("/v1/trends/reasons?product=theirs").then().statusCode(422);
        mine.asLeader().get("/v1/pricing/gaps?competitor=theirs").then().statusCode(422);
        for (int i = 0; i < 2; i++) {
            theirs.asIntegration()
                    .body("{\"state\": \"lost\", \"closed_on\": \"2026-01-02\"}")
                    .put("/v1/deals/theirs/x" + i);
        }
        String cursor = theirs.asLeader().get("/v1/losses?limit=1").path("next_cursor");

        theirs.asLeader().queryParam("cursor", cursor).get("/v1/losses").then().statusCode(200);
        mine.asLeader()
                .queryParam("cursor", cursor)
                .get("/v1/losses")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/query/cursor"));
        theirs.asAdmin().queryParam("cursor", cursor).get("/v1/audit").then().statusCode(422);
    }

    @Test
    void theSameNamesAreDifferentThings() {
        mine.asIntegration()
                .body("{\"state\": \"won\"}")
                .put("/v1/deals/theirs/1")
                .then()
                .statusCode(201);

        theirs.asLeader().get("/v1/deals/theirs/1").then().body("state", equalTo("lost"));
        mine.asLeader().get("/v1/losses").then().body("items", hasSize(0));
        mine.asLeader().get("/v1/products").then().body("items", hasSize(0));
    }

    @Test
    void aKeyThatClaimsAnotherWorkspaceProvesNothing() {
        var forged = mine.leader().replace(mine.id(), theirs.id());
        var body = forged.substring(0, forged.length() - 6);

        TestWorkspace.as(body + checksum(body)).get("/v1/workspace").then().statusCode(401);
        TestWorkspace.as(mine.leader()).get("/v1/workspace").then().statusCode(200);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        var made = mine.asRep().body("{}").post("/v1/me/keys");
        TestWorkspace.as(made.path("key")).get("/v1/workspace").then().statusCode(200);

        mine.asRep().delete("/v1/me/keys/" + made.path("id")).then().statusCode(204);

        TestWorkspace.as(made.path("key")).get("/v1/workspace").then().statusCode(401);
    }

    @Test
    void anInviteWorksOnceAndMakesAKeyThatNobodyElseSees() {
        String code =
                mine.asAdmin().body("{\"role\": \"rep\"}").post("/v1/invites").path("code");
        TestWorkspace.asNobody().post("/v1/invites/{code}/accept", code).then().statusCode(201);

        TestWorkspace.asNobody().post("/v1/invites/{code}/accept", code).then().statusCode(409);
        mine.asAdmin().get("/v1/keys").then().body("items", hasSize(1));
    }

    private String ask(Document.Operation operation, String path) {
        RequestSpecification caller =
                mine.caller(operation).contentType(operation.contentType()).header("If-Match", "*");
        var answer = (operation.definition().has("requestBody") ? caller.body(body(operation)) : caller)
                .request(operation.method(), path);
        return answer.statusCode() + answer.asString();
    }

    /** A good one where a bad one would be refused before anything is looked for. */
    private static String body(Document.Operation operation) {
        return switch (operation.id()) {
            case "respondToConcern", "respondToRelease", "respondToSignal" ->
                "{\"kind\": \"acted\", \"words\": \"Done\"}";
            case "answerQuestion" -> "{\"option\": \"this\"}";
            default -> "{}";
        };
    }

    private String fill(String template, boolean real) {
        var path = template;
        for (var id : ids.entrySet()) {
            path = path.replace(id.getKey() + "{id}", id.getKey() + (real ? id.getValue() : "999999999"));
        }
        var word = real ? "theirs" : "nowhere";
        return path.replace("{code}", word)
                .replace("{key}", word)
                .replace("{source}", word)
                .replace("{external_id}", "1");
    }

    /** As keys do it: CRC32 in base 62. */
    private static String checksum(String body) {
        var alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        var letters = new StringBuilder();
        for (long rest = crc.getValue(); letters.length() < 6; rest /= 62) {
            letters.append(alphabet.charAt((int) (rest % 62)));
        }
        return letters.reverse().toString();
    }
}
