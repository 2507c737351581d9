package dev.groundswell;

import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.Document.Operation;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A workspace that holds what the examples of the contract speak of, so that each of them can be sent to it. */
final class ExampleGround {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final TestWorkspace workspace = TestWorkspace.create();
    private final Map<String, String> ids = new HashMap<>();

    private ExampleGround() {}

    static ExampleGround prepared() {
        var ground = new ExampleGround();
        ground.deals();
        ground.field();
        ground.connections();
        ground.subscription();
        ground.ids.put("signals", TestMarket.ofASignal(ground.workspace));
        return ground;
    }

    /** Somebody who may ask for it, with what it wants beside a body. */
    RequestSpecification caller(Operation operation) {
        if (operation.id().equals("acceptInvite")) {
            return TestWorkspace.asNobody();
        }
        boolean asRep = operation.isOneOf("listQuestions");
        var caller = asRep ? workspace.asRep() : workspace.caller(operation);
        boolean wantsRevision = operation.definition().path("responses").has("428");
        return wantsRevision ? caller.header("If-Match", "*") : caller;
    }

    /** Where it is found here. */
    String path(Operation operation) {
        var template = operation.template();
        var things = template.replaceAll("/\\{.*", "").replaceAll(".*/", "");
        return template.replace("{id}", id(operation, things))
                        .replace("{key}", ids.getOrDefault(things, ""))
                        .replace("{code}", things.equals("invites") ? invite() : reason(operation))
                        .replace("{source}", "hubspot")
                        .replace("{external_id}", deal(operation))
                        .replace("{dimension}", "reasons")
                + query(operation);
    }

    private String id(Operation operation, String things) {
        return switch (operation.id()) {
            case "getLoss" -> workspace.asLeader().get("/v1/deals/hubspot/9911").path("id");
            case "getAlias" -> workspace.asAdmin().get("/v1/aliases").path("items[0].id");
            default -> ids.getOrDefault(things, "");
        };
    }

    private static String reason(Operation operation) {
        return operation.isOneOf("updateReason") ? "no_sso" : "product_gap";
    }

    /** What is read stays as it was first told. */
    private static String deal(Operation operation) {
        return switch (operation.id()) {
            case "replaceDeal" -> "9913";
            case "updateDeal" -> "9912";
            default -> "9911";
        };
    }

    private static String query(Operation operation) {
        boolean spans = operation.template().matches("/v1/(trends/\\{dimension}.*|pricing/.*)");
        var quarter = TODAY.withDayOfMonth(1).withMonth((TODAY.getMonthValue() - 1) / 3 * 3 + 1);
        var days = "since=" + quarter + "&until=" + quarter.plusMonths(3).minusDays(1);
        return !spans
                ? ""
                : "?interval=quarter&" + days
                        + (operation.template().matches(".*(gaps|recovery|win_rate)") ? "&by=product" : "");
    }

    private String invite() {
        return workspace
                .asAdmin()
                .body("{\"role\": \"rep\"}")
                .post("/v1/invites")
                .path("code");
    }

    private void deals() {
        ids.putAll(
                Map.of("products", "platform", "segments", "mid-market", "regions", "emea", "competitors", "kestrova"));
        for (int deal = 1; deal <= 6; deal++) {
            workspace
                    .asIntegration()
                    .body("""
                            {"state": "%s", "closed_on": "%s", "owner": "hs-%d", "product": "Platform", "segment": "mid-market",
                             "region": "EMEA", "competitors": ["Kestrova"], "value": {"amount": "48000.00", "currency": "EUR"},
                             "reasons": [{"code": "price_level"}],
                             "prices": {"quoted": {"amount": "48000.00", "currency": "EUR"}, "competitor": {"amount": "41000.00", "currency": "EUR"},
                                        "would_have_won": {"amount": "43000.00", "currency": "EUR"}}}""".formatted(deal % 3 == 0 ? "won" : "lost", TODAY, deal))
                    .put("/v1/deals/hubspot/priced-" + deal);
        }
        workspace.asIntegration().body("""
                        {"source": "hubspot", "external_id": "9900", "closed_on": "%s", "reasons": [{"text": "Nobody knows what it means"}]}""".formatted(TODAY)).post("/v1/losses");
    }

    private void field() {
        var field = TestField.of(workspace, 5);
        field.say(0, 5, "price_level");
        field.sealPeriod();
        ids.put("releases", workspace.asLeader().get("/v1/releases").path("items[0].id"));
        field.surfaceNow(1, "Legal review takes three weeks");
        ids.put("concerns", field.surfaced());
        field.raise(0, "We hear of a new competitor every week");
        for (int rep = 1; rep < 5; rep++) {
            field.endorse(rep, field.openConcern("We hear of a new competitor every week"));
        }
        field.weeksGoBy(1);
        field.raise(0, "Nobody tells us what becomes of what we say");
        field.ask("A smaller plan", "Faster legal review");
        for (int rep = 0; rep < 5; rep++) {
            field.answer(rep, "A smaller plan");
        }
        field.questionCloses();
    }

    private void connections() {
        var json = TestConnection.create(workspace, "json", "");
        json.send("{\"id\": \"6\", \"status\": \"lost\", \"close_date\": \"%s\"}".formatted(TODAY));
        json.send("{\"id\": \"7\", \"stage\": \"Signed\"}");
        json.settle();
        ids.put("connections", json.id());
        ids.put(
                "deliveries",
                workspace.asAdmin().get("/v1/deliveries?state=processed").path("items[-1].id"));
        var file = "id,status\n8,lost\n9,lost\n,lost\n";
        ids.put(
                "imports",
                workspace
                        .asAdmin()
                        .contentType("text/csv")
                        .body(file)
                        .post("/v1/connections/" + json.id() + "/imports")
                        .path("id"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> workspace
                        .asAdmin()
                        .get("/v1/imports/" + ids.get("imports"))
                        .path("state")
                        .equals("done"));
    }

    /** Nobody listens there. */
    private void subscription() {
        ids.put(
                "subscriptions",
                workspace.asAdmin().body("""
                                {"kind": "webhook", "name": "Revenue data platform", "url": "http://127.0.0.1:9/", "events": ["digest.weekly"]}""").post("/v1/subscriptions").path("id"));
        var path = "/v1/subscriptions/" + ids.get("subscriptions");
        workspace.asAdmin().post(path + "/test");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> workspace.asAdmin().get(path + "/attempts").path("items[-1].last_failure") != null);
    }

    /** The id of what an example has just made, where those that follow speak of it. */
    void made(Operation operation, String id) {
        if (operation.id().equals("askQuestion")) {
            ids.put("questions", id);
        }
    }
}
