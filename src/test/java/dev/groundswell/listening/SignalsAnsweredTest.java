package dev.groundswell.listening;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Signals are briefed on, answered, and set beside what the field says. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SignalsAnsweredTest {

    @Test
    void leadershipOwesAnAnswerUntilItGivesOne() {
        var workspace = TestWorkspace.create();
        var id = TestMarket.ofASignal(workspace);
        workspace
                .asRep()
                .get("/v1/briefing")
                .then()
                .body("signals", hasSize(2))
                .body("signal_answers_due.find { it.id == '" + id + "' }.sentence", containsString("Price level"));
        workspace
                .asRep()
                .get("/v1/signals/" + id)
                .then()
                .body("state", equalTo("open"))
                .body("answer_due", notNullValue());

        workspace
                .asLeader()
                .body("{\"kind\": \"acted\", \"words\": \"The small plan is back\", \"thanks\": true}")
                .post("/v1/signals/" + id + "/responses")
                .then()
                .statusCode(201)
                .body("kind", equalTo("acted"));

        workspace
                .asRep()
                .get("/v1/signals/" + id)
                .then()
                .body("state", equalTo("answered"))
                .body("answer_due", nullValue())
                .body("responses[0].words", equalTo("The small plan is back"));
        workspace.asRep().get("/v1/briefing").then().body("signal_answers_due", hasSize(1));
        workspace
                .asRep()
                .get("/v1/listening")
                .then()
                .body("signals.opened", equalTo(2))
                .body("signals.answered", equalTo(1))
                .body("signals.overdue", equalTo(0));
        workspace
                .asRep()
                .body("{\"kind\": \"acted\", \"words\": \"I am no leader\"}")
                .post("/v1/signals/" + id + "/responses")
                .then()
                .statusCode(403);
    }

    @Test
    void aClaimThatTheMarketShiftedIsSupportedByASignal() {
        var workspace = TestWorkspace.create();
        concern(workspace, "market_shift");
        records(workspace, "unmeasured");
        TestMarket.ofASignal(workspace);
        records(workspace, "supported");
    }

    @Test
    void aClaimAboutPriceIsHeldAgainstThePrices() {
        var workspace = TestWorkspace.create();
        concern(workspace, "price_too_high");
        records(workspace, "unmeasured");
        losses(workspace, 30, "120", "100");
        records(workspace, "supported");
        losses(workspace, 90, "90", "100");
        records(workspace, "contradicted");
    }

    @Test
    void whatADisputeClaimsIsHeldAgainstTheSameRecords() {
        var workspace = TestWorkspace.create();
        losses(workspace, 30, "120", "100");
        var concern = concern(workspace, "product_not_competitive");
        disputed(workspace, "/v1/concerns/" + concern, "price_too_high")
                .body("evidence.claim", equalTo("price_too_high"))
                .body("evidence.records.verdict", equalTo("supported"))
                .body("evidence.records.sentence", containsString("dearer in 30"));

        losses(workspace, 90, "90", "100");
        disputed(workspace, "/v1/concerns/" + concern, "price_too_high")
                .body("evidence.records.verdict", equalTo("contradicted"));
        workspace
                .asRep()
                .get("/v1/concerns")
                .then()
                .body("items[0].responses.evidence.records.verdict", contains("supported", "contradicted"));
    }

    @Test
    void signalsAreDisputedByTheSameRecords() {
        var workspace = TestWorkspace.create();
        var signal = TestMarket.ofASignal(workspace);
        disputed(workspace, "/v1/signals/" + signal, "territory")
                .body("evidence.records.verdict", equalTo("unmeasured"));
        workspace
                .asLeader()
                .body("{\"kind\": \"disputed\", \"words\": \"No\", \"evidence\": {\"words\": \"We won 23 of 41\"}}")
                .post("/v1/signals/" + signal + "/responses")
                .then()
                .statusCode(201)
                .body("evidence.records", nullValue());
    }

    @Test
    void whatTheRecordsKnowNothingOfStands() {
        var workspace = TestWorkspace.create();
        concern(workspace, "quota_too_high");
        records(workspace, "unmeasured");
    }

    @Test
    void noAnswerHoldsASeller() {
        var workspace = TestWorkspace.create();
        TestMarket.ofASignal(workspace);
        for (var path : new String[] {"/v1/signals", "/v1/signals/scan", "/v1/briefing"}) {
            workspace
                    .asLeader()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("owner")))
                    .body(not(containsString("pseudonym")));
        }
        workspace.asLeader().get("/v1/signals?state=cleared").then().body("items", empty());
    }

    private static String concern(TestWorkspace workspace, String topic) {
        workspace
                .asRep()
                .body("{\"topic\": \"%s\", \"words\": \"They all say so\", \"surface_now\": true}".formatted(topic))
                .post("/v1/concerns")
                .then()
                .statusCode(201);
        return workspace.asLeader().get("/v1/concerns").path("items[0].id");
    }

    private static ValidatableResponse disputed(TestWorkspace workspace, String answered, String claim) {
        return workspace
                .asLeader()
                .body("""
                        {"kind": "disputed", "words": "We see it otherwise",
                         "evidence": {"words": "It is in our records", "claim": "%s"}}""".formatted(claim))
                .post(answered + "/responses")
                .then()
                .statusCode(201);
    }

    private static void records(TestWorkspace workspace, String verdict) {
        workspace
                .asLeader()
                .get("/v1/concerns")
                .then()
                .statusCode(200)
                .body("items[0].records.verdict", equalTo(verdict));
    }

    private static void losses(TestWorkspace workspace, int count, String ours, String theirs) {
        var deals = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            deals.append(i == 0 ? "" : ",")
                    .append("""
                    {"state": "lost", "source": "crm", "external_id": "%s-%d", "closed_on": "%s", "reasons": [{"code": "price_level"}],
                     "prices": {"quoted": {"amount": "%s", "currency": "EUR"}, "competitor": {"amount": "%s", "currency": "EUR"}}}""".formatted(ours, i, LocalDate.now(ZoneOffset.UTC).minusDays(3), ours, theirs));
        }
        workspace
                .asIntegration()
                .body(deals.append("]").toString())
                .post("/v1/deals/batch")
                .then()
                .statusCode(200);
    }
}
