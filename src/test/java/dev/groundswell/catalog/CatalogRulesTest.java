package dev.groundswell.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalog promises, also where two change it at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CatalogRulesTest {

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void twoMergersAtOnceNeverMakeACircle() throws Exception {
        for (int round = 0; round < 8; round++) {
            var a = "a" + round;
            var b = "b" + round;
            add("segments", a);
            add("segments", b);
            var answers = atOnce(List.of(
                    () -> patch("/v1/segments/" + a, "{\"merged_into\": \"%s\"}".formatted(b)),
                    () -> patch("/v1/segments/" + b, "{\"merged_into\": \"%s\"}".formatted(a))));
            assertThat(answers).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void whatIsJustComingIntoUseIsNotDeleted() throws Exception {
        for (int round = 0; round < 12; round++) {
            var region = "r" + round;
            add("regions", region);
            atOnce(List.of(
                    () -> lose("d" + region, "\"region\": \"%s\"".formatted(region)),
                    () -> workspace.asAdmin().delete("/v1/regions/" + region).statusCode()));
        }
        workspace.asLeader().get("/v1/losses?limit=200").then().statusCode(200);
        workspace.asLeader().get("/v1/trends/regions").then().statusCode(200);
    }

    @Test
    void twoThatAddTheSameHaveOneOfIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            var body = "{\"code\": \"made_%d\", \"label\": \"Made %d\", \"group\": \"fit\"}".formatted(round, round);
            Callable<Integer> adding =
                    () -> workspace.asAdmin().body(body).post("/v1/reasons").statusCode();
            assertThat(atOnce(List.of(adding, adding, adding))).containsExactlyInAnyOrder(201, 409, 409);
            int number = round;
            assertThat(atOnce(List.of(
                            () -> lose("p" + number, "\"product\": \"Qx%d\"".formatted(number)),
                            () -> lose("q" + number, "\"product\": \"Qx%d++\"".formatted(number)))))
                    .containsExactly(201, 201);
        }
    }

    @Test
    void anAliasOfAProductComesAndGoesForThePastToo() {
        add("products", "core");
        lose("d1", "\"product\": \"Core Legacy\"");
        String alias = workspace
                .asAdmin()
                .body("{\"dimension\": \"product\", \"text\": \"Core legacy!\", \"target\": \"core\"}")
                .post("/v1/aliases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        lose("d2", "\"product\": \"CORE LEGACY\"");
        deal("d1").body("product.key", equalTo("core"));
        deal("d2").body("product.key", equalTo("core"));

        workspace.asAdmin().delete("/v1/aliases/" + alias).then().statusCode(204);
        workspace
                .asIntegration()
                .body("{\"note\": \"hello\"}")
                .patch("/v1/deals/crm/d2")
                .then()
                .statusCode(200);
        deal("d1").body("product.key", equalTo("core-legacy"));
        deal("d2").body("product.key", equalTo("core-legacy"));
    }

    @Test
    void aRenamedProductIsFoundByItsNewNameAndByItsOldOne() {
        add("products", "core");
        patch("/v1/products/core", "{\"label\": \"Suite\"}");

        lose("d1", "\"product\": \"suite\"");
        lose("d2", "\"product\": \"Core\"");
        deal("d1").body("product.key", equalTo("core"));
        deal("d2").body("product.key", equalTo("core"));
        workspace
                .asAdmin()
                .body("{\"label\": \"Suite\"}")
                .post("/v1/products")
                .then()
                .statusCode(409);
    }

    @Test
    void aRenamedReasonMendsThePast() {
        lose("d1", "\"reasons\": [{\"text\": \"No quantum edition\"}]");
        workspace
                .asAdmin()
                .body("{\"code\": \"quantum\", \"label\": \"Something else\", \"group\": \"fit\"}")
                .post("/v1/reasons")
                .then()
                .statusCode(201);
        deal("d1").body("reasons[0].code", nullValue());

        patch("/v1/reasons/quantum", "{\"label\": \"No quantum edition\"}");
        Awaitility.await().untilAsserted(() -> deal("d1").body("reasons[0].code", equalTo("quantum")));
    }

    @Test
    void aReasonThatAnAliasPointsAtIsNotDeleted() {
        workspace
                .asAdmin()
                .body("{\"code\": \"quantum\", \"label\": \"Quantum\", \"group\": \"fit\"}")
                .post("/v1/reasons");
        workspace
                .asAdmin()
                .body("{\"dimension\": \"reason\", \"text\": \"qq\", \"target\": \"quantum\"}")
                .post("/v1/aliases");

        workspace.asAdmin().delete("/v1/reasons/quantum").then().statusCode(409);
    }

    @Test
    void aRepetitionAfterWhatItMadeIsGoneSaysSo() {
        var once = "{\"label\": \"Gone\"}";
        workspace
                .asAdmin()
                .header("Idempotency-Key", "k")
                .body(once)
                .post("/v1/regions")
                .then()
                .statusCode(201);
        workspace.asAdmin().delete("/v1/regions/gone").then().statusCode(204);
        workspace
                .asAdmin()
                .header("Idempotency-Key", "k")
                .body(once)
                .post("/v1/regions")
                .then()
                .statusCode(409);
    }

    private void add(String market, String label) {
        workspace
                .asAdmin()
                .body("{\"label\": \"%s\"}".formatted(label))
                .post("/v1/" + market)
                .then()
                .statusCode(201);
    }

    private int lose(String id, String more) {
        return workspace
                .asIntegration()
                .body("{\"source\": \"crm\", \"external_id\": \"%s\", \"closed_on\": \"2026-01-02\", %s}"
                        .formatted(id, more))
                .post("/v1/losses")
                .statusCode();
    }

    private int patch(String path, String body) {
        return workspace
                .asAdmin()
                .header("If-Match", "*")
                .body(body)
                .patch(path)
                .statusCode();
    }

    private ValidatableResponse deal(String id) {
        return workspace.asLeader().get("/v1/deals/crm/" + id).then().statusCode(200);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
