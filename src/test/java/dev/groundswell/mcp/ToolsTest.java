package dev.groundswell.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model is told what the API tells whoever lends it a key. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ToolsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A tool, its arguments, and the request that says the same. */
    private record Pair(String tool, String arguments, String path) {}

    private static final String DAYS = "\"since\": \"2026-01-01\", \"until\": \"2026-03-31\"";
    private static final String QUERY = "since=2026-01-01&until=2026-03-31";

    private static final List<Pair> PAIRS = List.of(
            new Pair("trend", "{\"dimension\": \"reasons\"}", "/v1/trends/reasons"),
            new Pair(
                    "trend",
                    "{\"dimension\": \"outcomes\", \"interval\": \"week\", \"region\": [\"north\"], " + DAYS + "}",
                    "/v1/trends/outcomes?interval=week&region=north&" + QUERY),
            new Pair(
                    "trend",
                    "{\"dimension\": \"reason_groups\", \"interval\": \"quarter\", \"competitor\": [\"kestrova\", \"ulmberg\"]}",
                    "/v1/trends/reason_groups?interval=quarter&competitor=kestrova&competitor=ulmberg"),
            new Pair("trend", "{\"dimension\": \"regions\", \"source\": \"crm\"}", "/v1/trends/regions?source=crm"),
            new Pair("price_gaps", "{\"by\": \"region\", " + DAYS + "}", "/v1/pricing/gaps?by=region&" + QUERY),
            new Pair("price_claims", "{" + DAYS + "}", "/v1/pricing/claims?" + QUERY),
            new Pair("price_recovery", "{\"by\": \"competitor\"}", "/v1/pricing/recovery?by=competitor"),
            new Pair(
                    "price_win_rate",
                    "{\"interval\": \"quarter\", " + DAYS + "}",
                    "/v1/pricing/win_rate?interval=quarter&" + QUERY),
            new Pair("signals", "{\"state\": \"open\", \"limit\": 1}", "/v1/signals?state=open&limit=1"),
            new Pair("signals", "{\"state\": \"cleared\"}", "/v1/signals?state=cleared"),
            new Pair("signal_scan", "{}", "/v1/signals/scan"),
            new Pair("briefing", "{}", "/v1/briefing"),
            new Pair("digest", "{}", "/v1/digest"),
            new Pair("catalog", "{\"list\": \"reasons\", \"limit\": 3}", "/v1/reasons?limit=3"),
            new Pair("catalog", "{\"list\": \"products\"}", "/v1/products"),
            new Pair("catalog", "{\"list\": \"segments\", \"cursor\": null}", "/v1/segments"),
            new Pair("catalog", "{\"list\": \"regions\"}", "/v1/regions"),
            new Pair("catalog", "{\"list\": \"competitors\"}", "/v1/competitors"),
            new Pair("catalog", "{\"list\": \"sources\"}", "/v1/sources"));

    @Test
    void aClientIsTakenInAndOfferedWhatReads() {
        var model = new TestModel(TestWorkspace.create().leader());
        var session = model.send("initialize", """
                        {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}""")
                .then()
                .statusCode(200)
                .body("result.serverInfo.name", equalTo("groundswell"))
                .body("result.instructions", containsString("never by seller"))
                .extract()
                .header("Mcp-Session-Id");
        model.caller()
                .header("Mcp-Session-Id", session)
                .body("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}")
                .post("/mcp")
                .then()
                .statusCode(202);

        model.caller()
                .header("Mcp-Session-Id", session)
                .body(TestModel.message("tools/list", "{}"))
                .post("/mcp")
                .then()
                .statusCode(200)
                .body(
                        "result.tools.name",
                        containsInAnyOrder(
                                PAIRS.stream().map(Pair::tool).distinct().toArray()))
                .body("result.tools.annotations.readOnlyHint", everyItem(equalTo(true)))
                .body("result.tools.inputSchema.additionalProperties", everyItem(equalTo(false)))
                .body("result.tools.find { it.name == 'trend' }.inputSchema.required", contains("dimension"))
                .body(
                        "result.tools.find { it.name == 'trend' }.inputSchema.properties.interval.enum",
                        hasItem("quarter"))
                .body("result.tools.find { it.name == 'signals' }.inputSchema.properties.limit.maximum", equalTo(200));
    }

    /** In a workspace in which there is something to say of everything. */
    @Test
    void eachToolSaysWhatTheApiSays() throws JsonProcessingException {
        var workspace = told();
        for (var pair : PAIRS) {
            var answer = workspace
                    .asLeader()
                    .get(pair.path())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertThat(new TestModel(workspace.leader())
                            .call(pair.tool(), pair.arguments())
                            .json())
                    .as(pair.path())
                    .isEqualTo(JSON.readTree(answer));
        }
    }

    @Test
    void eachCallerIsToldWhatTheApiTellsThem() throws JsonProcessingException {
        var workspace = TestWorkspace.create();
        lose(workspace, 1, "Kestrova");
        lose(workspace, 2, "Ulmberg");
        for (var key : List.of(workspace.rep(), workspace.admin(), workspace.integration())) {
            for (var pair : PAIRS) {
                var answer = TestWorkspace.as(key).get(pair.path());
                var said = new TestModel(key).call(pair.tool(), pair.arguments());

                assertThat(said.isRefusal()).as(pair.path()).isEqualTo(answer.statusCode() == 403);
                if (said.isRefusal()) {
                    assertThat(said.text()).isEqualTo("This key may not do that (forbidden).");
                } else {
                    assertThat(said.json()).as(pair.path()).isEqualTo(JSON.readTree(answer.asString()));
                }
            }
        }
        assertThat(new TestModel(workspace.integration()).call("briefing", "{}").isRefusal())
                .isTrue();
    }

    @Test
    void anotherWorkspaceIsToldNothingEvenInTheSameSession() throws JsonProcessingException {
        var mine = TestWorkspace.create();
        lose(mine, 1, "Kestrova");
        var session = new TestModel(mine.leader()).send("initialize", """
                        {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}""").header("Mcp-Session-Id");
        var theirs = new TestModel(TestWorkspace.create().leader());

        assertThat(theirs.call("catalog", "{\"list\": \"competitors\"}").json().path("items"))
                .isEmpty();
        assertThat(theirs.call("trend", "{\"dimension\": \"reasons\", \"competitor\": [\"kestrova\"]}")
                        .text())
                .contains("competitor names no competitor of this workspace");
        theirs.caller()
                .header("Mcp-Session-Id", session)
                .body(TestModel.message(
                        "tools/call", "{\"name\": \"catalog\", \"arguments\": {\"list\": \"competitors\"}}"))
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.content[0].text", equalTo("{\"items\":[]}"));
    }

    @Test
    void aBadArgumentIsAnsweredWithWordsThatMendIt() {
        var model = new TestModel(TestWorkspace.create().leader());

        assertRefused(model, "trend", "{}", "dimension is needed");
        assertRefused(
                model, "trend", "{\"dimension\": \"sellers\"}", "dimension must be one of reasons, reason_groups");
        assertRefused(model, "trend", "{\"dimension\": [\"reasons\", \"regions\"]}", "dimension takes one value");
        assertRefused(
                model, "trend", "{\"dimension\": \"reasons\", \"owner\": \"hs-17\"}", "owner is not an argument of");
        assertRefused(
                model, "trend", "{\"dimension\": \"reasons\", \"region\": [\"a\\nb\"]}", "region holds a control");
        assertRefused(model, "price_gaps", "{\"since\": \"last year\"}", "since must be a date such as 2026-11-20");
        assertRefused(model, "price_gaps", "{\"since\": {}}", "since must be a date such as 2026-11-20");
        assertRefused(
                model,
                "price_gaps",
                "{\"since\": \"2026-02-01\", \"until\": \"2026-01-01\"}",
                "since must not come after until");
        assertRefused(model, "price_claims", "{\"region\": [\"nowhere\"]}", "region names no region of this workspace");
        assertRefused(model, "signals", "{\"limit\": 1000}", "limit must be at most 200");
        assertRefused(model, "signals", "{\"limit\": \"many\"}", "limit must be a whole number");
        assertRefused(model, "signals", "{\"cursor\": \"forged\"}", "cursor is not a cursor of this list");
        model.send("tools/call", "{\"name\": \"sellers\", \"arguments\": {}}")
                .then()
                .statusCode(200)
                .body("error.message", containsString("sellers"))
                .body("result", nullValue());
    }

    private static void assertRefused(TestModel model, String tool, String arguments, String words) {
        var said = model.call(tool, arguments);
        assertThat(said.isRefusal()).as(said.text()).isTrue();
        assertThat(said.text()).contains(words);
    }

    private static TestWorkspace told() {
        var workspace = TestWorkspace.create();
        TestMarket.ofASignal(workspace);
        for (int deal = 1; deal <= 6; deal++) {
            lose(workspace, deal, deal % 2 == 0 ? "Kestrova" : "Ulmberg");
        }
        var field = TestField.of(workspace, 5);
        field.say(0, 5, "budget");
        field.sealPeriod();
        field.surfaceNow(0, "Nobody tells us what becomes of it");
        return workspace;
    }

    private static void lose(TestWorkspace workspace, int deal, String competitor) {
        workspace
                .asIntegration()
                .body("""
                        {"source": "crm", "external_id": "priced-%d", "closed_on": "2026-02-0%d", "product": "Platform", "segment": "Small",
                         "region": "North", "competitors": ["%s"], "reasons": [{"code": "price_level"}],
                         "prices": {"quoted": {"amount": "11", "currency": "EUR"}, "competitor": {"amount": "10", "currency": "EUR"}}}""".formatted(deal, deal, competitor))
                .post("/v1/losses")
                .then()
                .statusCode(201);
    }
}
