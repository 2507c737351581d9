package dev.groundswell.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AliasTest {

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void builtInAliasesKnowWhatCrmsShip() {
        lose("1", "Preis zu hoch!");
        lose("2", "LOST TO COMPETITOR");

        reasonOf("1", "price_level");
        workspace
                .asLeader()
                .get("/v1/deals/crm/2")
                .then()
                .body("outcome", equalTo("lost_to_competitor"))
                .body("reasons[0].code", equalTo("unknown"))
                .body("reasons[0].text", equalTo("LOST TO COMPETITOR"));
    }

    @Test
    void anUnknownTextWaitsWithSuggestions() {
        lose("1", "The price level was odd");
        lose("2", "the PRICE-level was odd");
        lose("3", "something else");

        workspace
                .asAdmin()
                .get("/v1/aliases/unmapped")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].deals", equalTo(2))
                .body("items[0].primary", equalTo(2))
                .body("items[0].suggestions.code", hasItem("price_level"));
    }

    @Test
    void mappingATextPreviewsAndThenMendsThePast() {
        lose("1", "weird words");
        lose("2", "Weird, words!");

        workspace
                .asAdmin()
                .body("{\"text\": \"weird words\"}")
                .post("/v1/aliases/preview")
                .then()
                .statusCode(200)
                .body("deals", equalTo(2))
                .body("primary", equalTo(2))
                .body("current", nullValue());
        var id = map("weird words", "budget");

        eventually(() -> workspace.asAdmin().get("/v1/aliases/" + id).path("mended"));
        reasonOf("1", "budget");
        reasonOf("2", "budget");
        lose("3", "WEIRD WORDS");
        reasonOf("3", "budget");
        workspace.asAdmin().get("/v1/aliases/unmapped").then().body("items", hasSize(0));
    }

    @Test
    void anAliasTakenBackMeansWhatItMeantBefore() {
        lose("1", "too expensive");
        var id = map("too expensive", "value_not_seen");
        eventually(() -> codeOf("1").equals("value_not_seen"));

        workspace.asAdmin().delete("/v1/aliases/" + id).then().statusCode(204);

        eventually(() -> codeOf("1").equals("price_level"));
    }

    @Test
    void anAliasOfAProductFoldsWhatDealsHaveAdded() {
        workspace
                .asIntegration()
                .body("{\"state\": \"lost\", \"closed_on\": \"2026-01-05\", \"product\": \"Platform\"}")
                .put("/v1/deals/crm/1")
                .then()
                .statusCode(201);
        workspace
                .asIntegration()
                .body("{\"state\": \"lost\", \"closed_on\": \"2026-01-06\", \"product\": \"The old platform\"}")
                .put("/v1/deals/crm/2")
                .then()
                .statusCode(201);

        workspace
                .asAdmin()
                .body("{\"dimension\": \"product\", \"text\": \"the OLD platform\", \"target\": \"platform\"}")
                .post("/v1/aliases")
                .then()
                .statusCode(201);

        workspace
                .asLeader()
                .get("/v1/trends/products?since=2026-01-01&until=2026-01-31")
                .then()
                .body("buckets[0].series", hasSize(1))
                .body("buckets[0].series[0].lost", equalTo(2));
    }

    @Test
    void aTextHasOneMeaning() {
        map("weird words", "budget");

        workspace
                .asAdmin()
                .body("{\"dimension\": \"reason\", \"text\": \"Weird words!\", \"target\": \"budget\"}")
                .post("/v1/aliases")
                .then()
                .statusCode(409);
        workspace
                .asAdmin()
                .body("{\"dimension\": \"reason\", \"text\": \"more words\", \"target\": \"no_such\"}")
                .post("/v1/aliases")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/target"));
    }

    private String map(String text, String code) {
        return workspace
                .asAdmin()
                .body("{\"dimension\": \"reason\", \"text\": \"%s\", \"target\": \"%s\"}".formatted(text, code))
                .post("/v1/aliases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void lose(String id, String text) {
        workspace
                .asIntegration()
                .body("{\"state\": \"lost\", \"closed_on\": \"2026-01-05\", \"reasons\": [{\"text\": \"%s\"}]}"
                        .formatted(text))
                .put("/v1/deals/crm/" + id)
                .then()
                .statusCode(201);
    }

    private String codeOf(String id) {
        return workspace.asLeader().get("/v1/deals/crm/" + id).path("reasons[0].code");
    }

    private void reasonOf(String id, String code) {
        assertThat(codeOf(id)).isEqualTo(code);
    }

    private static void eventually(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(20)).until(condition::getAsBoolean);
    }
}
