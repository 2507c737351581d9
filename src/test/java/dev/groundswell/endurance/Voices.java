package dev.groundswell.endurance;

import com.fasterxml.jackson.databind.JsonNode;

/** What the field says in confidence, what leadership answers, and what both of them read. */
final class Voices {

    private static final String[] REASONS = {"price_level", "product_gap"};

    private final Caller caller;
    private final Company company;
    private final Ledger ledger;

    Voices(Caller caller, Company company, Ledger ledger) {
        this.caller = caller;
        this.company = company;
        this.ledger = ledger;
    }

    void report(int number) throws Exception {
        say(number, "/v1/field_reports", """
                {"reasons": [{"code": "%s"}], "deal": {"source": "single", "external_id": "told-%d"}}""".formatted(REASONS[number % REASONS.length], number), "report-" + number);
        ledger.report();
    }

    /** A concern is let surface, and leadership answers the newest one that it finds. */
    void raiseAndAnswer(int number) throws Exception {
        var words = "The new list costs us deals, said for the %dth time".formatted(number);
        say(number, "/v1/concerns", """
                {"topic": "price_too_high", "words": "%s", "warned": true, "surface_now": true}""".formatted(words), "concern-" + number);
        ledger.concern(words);
        var newest = caller.get(company.leader(), "/v1/concerns?limit=1")
                .at("/items/0/id")
                .asText();
        var answer = caller.send(
                company.leader(),
                "POST",
                "/v1/concerns/" + newest + "/responses",
                "application/json",
                "{\"kind\": \"acknowledged\", \"words\": \"Heard for the %dth time\"}".formatted(number),
                "answer-" + number);
        ledger.answer(answer.path("id").asText());
    }

    /** All that was told of periods, and the trends beside it. */
    void read(int number) throws Exception {
        readReleases();
        caller.get(company.leader(), "/v1/trends/reasons?interval=day&since=" + Deals.SINCE + "&until=" + Deals.UNTIL);
        caller.get(company.admin(), "/v1/deliveries?limit=5");
    }

    void readReleases() throws Exception {
        for (JsonNode release :
                caller.get(company.leader(), "/v1/releases?limit=200").path("items")) {
            var id = release.path("id").asText();
            ledger.released(id, caller.read(company.leader(), "/v1/releases/" + id));
        }
    }

    private void say(int number, String path, String body, String once) throws Exception {
        var rep = company.reps().get(number % company.reps().size());
        caller.send(rep, "POST", path, "application/json", body, once);
    }
}
