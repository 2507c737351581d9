package dev.groundswell;

import dev.groundswell.field.TestField;
import dev.groundswell.signal.TestMarket;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** A story in which every operation of the contract succeeds at least once. */
final class EveryOperation {

    private final Set<String> succeeded = new TreeSet<>();
    private final TestWorkspace workspace;

    private EveryOperation(TestWorkspace workspace) {
        this.workspace = workspace;
    }

    /** What was left out of it; the workspace in which it happened comes first. */
    static List<String> tell() {
        var before = RestAssured.filters();
        var story = new EveryOperation(TestWorkspace.create());
        RestAssured.filters(story.watch());
        try {
            story.access();
            story.deals();
            story.catalog();
            story.connections();
            story.field();
            story.trends();
            story.pricing();
            story.signals();
            story.subscriptions();
            story.leaving();
        } finally {
            RestAssured.replaceFiltersWith(before);
        }
        var told = new ArrayList<>(List.of(story.workspace.id()));
        Document.committed().operations().stream()
                .map(Document.Operation::id)
                .filter(id -> !story.succeeded.contains(id))
                .forEach(told::add);
        return told;
    }

    private Filter watch() {
        return (request, response, context) -> {
            var answer = context.next(request, response);
            var path = URI.create(request.getURI()).getRawPath();
            if (answer.statusCode() < 400) {
                Document.committed().find(request.getMethod(), path).ifPresent(it -> succeeded.add(it.id()));
            }
            return answer;
        };
    }

    private RequestSpecification admin() {
        return workspace.asAdmin();
    }

    private void access() {
        admin().get("/v1/workspace");
        changed("/v1/workspace", "{\"name\": \"Other\", \"zone\": \"Etc/UTC\"}");
        var invite = admin().body("{\"role\": \"rep\"}")
                .header("Idempotency-Key", "one")
                .post("/v1/invites");
        admin().body("{\"role\": \"rep\"}").header("Idempotency-Key", "one").post("/v1/invites");
        admin().get("/v1/invites");
        admin().delete("/v1/invites/" + invite.<String>path("id"));
        TestWorkspace.asNobody().post("/v1/invites/" + invited("rep") + "/accept");
        var key = admin().body("{\"name\": \"Another\"}").post("/v1/keys");
        admin().get("/v1/keys");
        admin().delete("/v1/keys/" + key.<String>path("id"));
        var mine = admin().body("{}").post("/v1/me/keys");
        admin().get("/v1/me/keys");
        admin().delete("/v1/me/keys/" + mine.<String>path("id"));
        admin().get("/v1/audit");
        admin().post("/v1/session");
        admin().get("/v1/session");
        admin().delete("/v1/session");
    }

    private String invited(String role) {
        return admin().body("{\"role\": \"%s\"}".formatted(role))
                .post("/v1/invites")
                .path("code");
    }

    private void deals() {
        var crm = workspace.asIntegration();
        var loss = crm.body(loss("1", "Too expensive")).post("/v1/losses");
        workspace.asIntegration().body(loss("1", "Too slow")).post("/v1/losses");
        workspace
                .asIntegration()
                .header("Idempotency-Key", "one")
                .body("[" + loss("2", "Too slow") + "," + loss("3", "Nobody knows") + "," + loss("4", "Price") + "]")
                .post("/v1/deals/batch");
        workspace
                .asIntegration()
                .body("{\"state\": \"won\", \"closed_on\": \"2026-02-01\"}")
                .put("/v1/deals/crm/5");
        workspace.asIntegration().body("{\"note\": \"Noted\"}").patch("/v1/deals/crm/5");
        workspace.asLeader().get("/v1/deals/crm/5");
        workspace.asLeader().get("/v1/losses?limit=1");
        workspace.asLeader().get("/v1/losses?product=thing&competitor=kestrova");
        workspace.asLeader().get("/v1/losses/" + loss.<String>path("id"));
    }

    private static String loss(String id, String reason) {
        return """
                {"source": "crm", "external_id": "%s", "closed_on": "2026-01-0%s", "product": "Thing", "segment": "Thing",
                 "region": "Thing", "competitors": ["Kestrova"], "reasons": [{"text": "%s"}]}""".formatted(id, id, reason);
    }

    private void catalog() {
        admin().get("/v1/reasons");
        admin().body("{\"code\": \"own\", \"label\": \"Own\", \"group\": \"price\"}")
                .post("/v1/reasons");
        admin().get("/v1/reasons/own");
        changed("/v1/reasons/own", "{\"label\": \"Ours\"}");
        admin().get("/v1/aliases/unmapped");
        admin().body("{\"text\": \"Nobody knows\"}").post("/v1/aliases/preview");
        var alias = admin().body("{\"dimension\": \"reason\", \"text\": \"Nobody knows\", \"target\": \"own\"}")
                .post("/v1/aliases");
        admin().get("/v1/aliases");
        admin().get("/v1/aliases/" + alias.<String>path("id"));
        admin().delete("/v1/aliases/" + alias.<String>path("id"));
        admin().body("{\"code\": \"gone\", \"label\": \"Gone\", \"group\": \"price\"}")
                .post("/v1/reasons");
        admin().delete("/v1/reasons/gone");
        for (var market : List.of("products", "segments", "regions", "competitors")) {
            admin().body("{\"label\": \"New one\"}").post("/v1/" + market);
            admin().get("/v1/" + market);
            admin().get("/v1/" + market + "/new-one");
            changed("/v1/" + market + "/new-one", "{\"label\": \"Newer\"}");
            admin().delete("/v1/" + market + "/new-one");
        }
        admin().get("/v1/sources");
        admin().get("/v1/sources/crm");
        changed("/v1/sources/crm", "{\"wins_complete_since\": \"2026-01-01\"}");
    }

    private void connections() {
        admin().get("/v1/connections/kinds");
        var json = TestConnection.create(workspace, "json", "");
        json.send("{\"id\": \"6\", \"status\": \"lost\", \"close_date\": \"2026-01-06\"}");
        json.send("{\"nobody\": \"knows\"}");
        json.settle();
        json.preview("{\"id\": \"7\", \"status\": \"lost\"}");
        admin().get("/v1/connections");
        changed("/v1/connections/" + json.id(), "{\"stages\": {\"stage-one\": \"lost\"}}");
        admin().get("/v1/deliveries");
        var delivery = admin().get("/v1/deliveries?state=processed&connection=" + json.id())
                .<String>path("items[0].id");
        admin().get("/v1/deliveries/" + delivery);
        admin().post("/v1/deliveries/" + delivery + "/replay");
        admin().post("/v1/connections/" + json.id() + "/replay");
        var done = imported(json.id(), "id,status\n8,lost\n9,lost\n,lost\n");
        admin().get("/v1/imports");
        admin().get("/v1/imports/" + done + "/rejected");
        admin().delete("/v1/imports/" + done);
        admin().post("/v1/connections/" + json.id() + "/renew_hook");
        admin().get("/v1/connections/" + json.id());
        TestConnection.create(workspace, "json", "").settle();
        var gone = TestConnection.create(workspace, "json", "");
        admin().delete("/v1/connections/" + gone.id());
    }

    private String imported(String connection, String file) {
        var id = admin().contentType("text/csv")
                .body(file)
                .post("/v1/connections/" + connection + "/imports")
                .<String>path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> admin().get("/v1/imports/" + id).path("state").equals("done"));
        return id;
    }

    private void field() {
        var field = TestField.of(workspace, 5);
        field.say(0, 5, "budget");
        workspace
                .asRep()
                .header("Idempotency-Key", "one")
                .body(
                        "{\"deal\": {\"source\": \"crm\", \"external_id\": \"1\"}, \"reasons\": [{\"code\": \"price_level\"}]}")
                .post("/v1/field_reports");
        workspace
                .asRep()
                .delete("/v1/field_reports/"
                        + workspace.asRep().get("/v1/field_reports/mine").<String>path("items[0].id"));
        admin().body("{\"k\": 6, \"period\": \"month\", \"market\": \"region\"}")
                .post("/v1/safety/terms");
        field.sealPeriod();
        workspace
                .asLeader()
                .get("/v1/releases/" + workspace.asLeader().get("/v1/releases").<String>path("items[0].id"));
        workspace
                .asLeader()
                .body("{\"kind\": \"acknowledged\", \"words\": \"We hear you\"}")
                .post("/v1/releases/" + workspace.asLeader().get("/v1/releases").<String>path("items[0].id")
                        + "/responses");
        workspace.asRep().get("/v1/field_reports/mine");
        workspace.asLeader().get("/v1/trends/reasons?until=2099-01-01");
        confided(field);
        workspace.asRep().get("/v1/safety");
    }

    private void confided(TestField field) {
        for (var words : List.of("To be endorsed by others", "To be surfaced at once", "To be taken back soon")) {
            field.raise(0, words);
        }
        field.endorse(1, field.openConcern("To be endorsed by others"));
        TestWorkspace.as(field.reps().get(1))
                .delete("/v1/concerns/" + field.openConcern("To be endorsed by others") + "/endorsements");
        workspace.asRep().post("/v1/concerns/" + field.openConcern("To be surfaced at once") + "/surface");
        field.respond(field.surfaced(), "{\"kind\": \"acknowledged\", \"words\": \"We hear you\"}");
        workspace.asRep().delete("/v1/concerns/" + field.openConcern("To be taken back soon"));
        for (int rep = 1; rep < 5; rep++) {
            field.endorse(rep, field.openConcern("To be endorsed by others"));
        }
        field.weeksGoBy(1);
        field.ask("this", "that");
        for (int rep = 0; rep < 5; rep++) {
            field.answer(rep, "this");
        }
        field.questionCloses();
        workspace.asRep().get("/v1/questions");
        workspace.asLeader().get("/v1/listening");
        workspace.asLeader().get("/v1/briefing");
    }

    private void trends() {
        for (var dimension : List.of("reasons", "competitors", "products")) {
            for (var interval : List.of("day", "month")) {
                trend(dimension, interval, "");
            }
        }
        trend("reasons", "month", "&product=thing&region=thing&competitor=kestrova&source=crm");
        workspace.asLeader().get("/v1/trends/counts");
        workspace.asLeader().get("/v1/trends/reasons.csv?interval=month&since=2026-01-01&until=2026-02-28");
    }

    private void pricing() {
        admin().header("If-Match", admin().get("/v1/exchange_rates").header("ETag"))
                .body(
                        "{\"currency\": \"EUR\", \"rates\": [{\"currency\": \"USD\", \"rate\": \"0.92\", \"valid_from\": \"2026-01-01\"}]}")
                .put("/v1/exchange_rates");
        for (int deal = 1; deal <= 6; deal++) {
            workspace.asIntegration().body("""
                            {"state": "lost", "closed_on": "2026-01-05", "competitors": ["Kestrova"],
                             "prices": {"quoted": {"amount": "11", "currency": "EUR"}, "competitor": {"amount": "10", "currency": "EUR"}}}""").put("/v1/deals/crm/priced-" + deal);
        }
        var days = "?since=2026-01-01&until=2026-02-28";
        var filter = "&product=thing&region=thing&segment=thing&competitor=kestrova&source=crm";
        for (var by : List.of("product", "segment", "region", "competitor", "source")) {
            for (var figures : List.of("gaps", "recovery", "win_rate")) {
                workspace.asLeader().get("/v1/pricing/" + figures + days + "&interval=quarter&by=" + by);
            }
        }
        workspace.asLeader().get("/v1/pricing/gaps" + days + filter);
        workspace.asLeader().get("/v1/pricing/claims" + days + "&interval=year");
        workspace.asLeader().get("/v1/pricing/recovery" + days);
        workspace.asLeader().get("/v1/pricing/win_rate" + days);
    }

    /** Nobody listens there. */
    private void subscriptions() {
        var made = admin().body("""
                        {"kind": "webhook", "name": "Ours", "url": "http://127.0.0.1:9/", "events": ["concern.surfaced", "digest.weekly"]}""").post("/v1/subscriptions");
        var path = "/v1/subscriptions/" + made.<String>path("id");
        admin().get("/v1/subscriptions");
        changed(path, "{\"name\": \"Other\"}");
        admin().post(path + "/renew_secret");
        admin().header("Idempotency-Key", "two").post(path + "/test");
        admin().header("Idempotency-Key", "two").post(path + "/test");
        TestField.of(workspace, 1).surfaceNow(0, "Nobody tells us what becomes of it");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> admin().get(path + "/attempts").path("items[-1].last_failure") != null);
        var gone = admin().body("""
                        {"kind": "slack", "name": "Theirs", "url": "http://127.0.0.1:9/", "events": ["digest.weekly"]}""").post("/v1/subscriptions");
        changed("/v1/subscriptions/" + gone.<String>path("id"), "{\"state\": \"off\"}");
        admin().delete("/v1/subscriptions/" + gone.<String>path("id"));
        workspace.asRep().get("/v1/digest");
    }

    private void signals() {
        var id = TestMarket.ofASignal(workspace);
        workspace.asLeader().get("/v1/signals?limit=1");
        workspace.asLeader().get("/v1/signals/scan");
        workspace.asRep().get("/v1/signals/" + id);
        for (int i = 0; i < 2; i++) {
            workspace
                    .asLeader()
                    .header("Idempotency-Key", "answered")
                    .body("{\"kind\": \"acted\", \"words\": \"The small plan is back\"}")
                    .post("/v1/signals/" + id + "/responses");
        }
    }

    private void leaving() {
        TestWorkspace.asNobody().post("/v1/invites/" + invited("admin") + "/accept");
        var member = admin().get("/v1/members").<String>path("items[-1].id");
        admin().delete("/v1/members/" + member + "/keys");
        admin().body("""
                        {"member": "%s", "owner": {"source": "crm", "id": "hs-17"}, "names": ["Noted"]}""".formatted(member)).post("/v1/erasures");
    }

    private Response trend(String dimension, String interval, String filter) {
        return workspace
                .asLeader()
                .get("/v1/trends/" + dimension + "?interval=" + interval + "&since=2026-01-01&until=2026-02-28"
                        + filter);
    }

    private void changed(String path, String body) {
        admin().header("If-Match", admin().get(path).header("ETag")).body(body).patch(path);
    }
}
