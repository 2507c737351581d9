package dev.groundswell.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it costs to take a webhook. */
final class HookGoals {

    private static final int BACKLOG = 100_000;

    private HookGoals() {}

    static List<Row> answered(Bench.Stage stage) throws Exception {
        var hook = hook(stage, "answered");
        stage.service().post("", hook, body("0"));
        Thread.sleep(3_000);
        var script = Recorded.script(stage.database(), () -> stage.service().post("", hook, body("1")), "");
        // the workspace's worker is kept away: what is measured is the answer, and both sides write the same rows
        var leases = new Leases(stage.database());
        leases.hold("deliveries");
        var run = System.nanoTime();
        var pairs = Pairs.of(
                stage.scale(),
                new Load(
                        stage.service().port(),
                        WriteGoals.CLIENTS,
                        n -> Requests.of("POST", hook, "", body(run + "-" + n)))::run,
                new Pgbench(stage.database(), script, WriteGoals.CLIENTS)::run);
        stage.database().psql("truncate delivery");
        leases.release();
        return List.of(Row.atLeast(
                "webhook answered after its durable write, against pgbench inserting the same row",
                0.70,
                pairs,
                WriteGoals.rates(pairs)));
    }

    static List<Row> whileABacklogDrains(Bench.Stage stage) throws Exception {
        var hook = hook(stage, "backlog");
        var database = stage.database();
        stage.service().post("", hook, body("seed"));
        var id = database.psql("select max(id) from delivery");
        var leases = new Leases(database);
        leases.hold("deliveries");
        database.psql(
                "insert into delivery (workspace, connection, received_at, content_type, query, headers, body, state) "
                        + "select workspace, connection, received_at, content_type, query, headers, body, 'received' from delivery, "
                        + "generate_series(1, " + BACKLOG + ") where id = " + id);
        leases.release();
        var run = System.nanoTime();
        var load = new Load(stage.service().port(), 4, n -> Requests.of("POST", hook, "", body(run + "-" + n)));
        var slowest = new ArrayList<Double>();
        double rate = 0;
        long begun = System.nanoTime();
        while (waiting(database) > 0 && (System.nanoTime() - begun) / 1e9 < 300) {
            var figures = load.run(stage.scale().seconds());
            slowest.add(figures.p99());
            rate = figures.rate();
            if (slowest.size() >= stage.scale().pairs()) {
                break;
            }
        }
        var left = waiting(database);
        database.psql("truncate delivery");
        return List.of(Row.atMost(
                "p99 of a webhook's answer in ms, while a backlog of 100,000 drains",
                500,
                Pairs.median(slowest),
                Row.number(slowest.stream().min(Double::compare).orElseThrow()) + " - "
                        + Row.number(slowest.stream().max(Double::compare).orElseThrow()),
                String.format(
                        Locale.ROOT, "%.0f/s taken meanwhile by 4 connections; %d waited at the end", rate, left)));
    }

    private static long waiting(Debian database) throws Exception {
        return Long.parseLong(database.psql("select count(*) from delivery where state = 'received'"));
    }

    private static String hook(Bench.Stage stage, String source) throws Exception {
        var made = stage.service()
                .post(
                        stage.service().admin,
                        "/v1/connections",
                        "{\"kind\": \"pipedrive\", \"name\": \"Benchmark\", \"source\": \"" + source + "\"}");
        return URI.create(made.path("hook_url").asText()).getPath();
    }

    private static String body(String id) {
        return """
                {"meta": {"version": "2.0", "entity": "deal", "entity_id": "%s", "action": "change", "id": "event-%s",
                          "timestamp": "2026-10-20T10:00:00Z"},
                 "data": {"status": "lost", "lost_time": "2026-10-20T10:00:00Z", "value": 4800, "currency": "EUR",
                          "lost_reason": "Too expensive", "owner_id": 17, "title": "A deal"}, "previous": {"status": "open"}}""".formatted(id, id);
    }
}
