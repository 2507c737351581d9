package dev.groundswell.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger of what was acknowledged, held against what is there. */
final class Accounting {

    private final Ledger ledger;
    private final Caller caller;
    private final Company company;
    private final List<Line> lines = new ArrayList<>();

    private Accounting(Ledger ledger, Caller caller, Company company) {
        this.ledger = ledger;
        this.caller = caller;
        this.company = company;
    }

    /**
     * One promise, in numbers.
     *
     * @param acknowledged what clients were told
     * @param found what is there
     * @param missing of what was acknowledged
     * @param tooMany what is there twice, or differs, or was never asked for
     */
    record Line(String what, long acknowledged, long found, long missing, long tooMany) {

        boolean isRight() {
            return missing == 0 && tooMany == 0;
        }

        String row() {
            return "| " + what + " | " + acknowledged + " | " + found + " | " + missing + " | " + tooMany + " |";
        }
    }

    /** Once nobody asks for anything any more, and nothing waits. */
    static List<Line> of(Ledger ledger, Caller caller, Company company, Stored stored, Told told) throws Exception {
        var accounting = new Accounting(ledger, caller, company);
        accounting.deals(stored);
        accounting.deliveries(stored);
        accounting.buckets(stored);
        accounting.reports();
        accounting.concerns();
        accounting.releases();
        accounting.told(told);
        return accounting.lines;
    }

    static String table(List<Line> lines) {
        return lines.stream()
                .map(Line::row)
                .collect(Collectors.joining(
                        "\n",
                        "| | acknowledged | there | missing | too many or different |\n|---|---|---|---|---|\n",
                        ""));
    }

    private void deals(Stored stored) throws Exception {
        var rows = stored.deals();
        long missing = ledger.deals.keySet().stream()
                .filter(deal -> !rows.containsKey(deal))
                .count();
        long different = ledger.deals.entrySet().stream()
                .filter(deal -> rows.containsKey(deal.getKey())
                        && !rows.get(deal.getKey()).closedOn().equals(deal.getValue()))
                .count();
        long twice = rows.values().stream().mapToLong(row -> row.times() - 1L).sum();
        long unasked = rows.keySet().stream()
                .filter(deal -> !ledger.deals.containsKey(deal))
                .count();
        lines.add(new Line(
                "deals, with the day last told",
                ledger.deals.size(),
                rows.size(),
                missing,
                different + twice + unasked));
    }

    private void deliveries(Stored stored) throws Exception {
        long kept = stored.number("select count(*) from delivery");
        long unread = stored.number("select count(*) from delivery where state not in ('processed', 'ignored')");
        long acknowledged = ledger.deliveries.get();
        lines.add(new Line(
                "deliveries (repeated ones are kept, and understood once)",
                acknowledged,
                kept,
                Math.max(0, acknowledged - kept),
                unread));
    }

    /** What trends answer, from counts that are kept, against the rows. */
    private void buckets(Stored stored) throws Exception {
        var counted = stored.lost();
        var answered = new HashMap<String, Long>();
        var trend = caller.get(
                company.leader(), "/v1/trends/reasons?interval=day&since=" + Deals.SINCE + "&until=" + Deals.UNTIL);
        for (var bucket : trend.path("buckets")) {
            put(answered, bucket.path("start").asText(), bucket);
            bucket.path("series")
                    .forEach(series -> put(
                            answered,
                            bucket.path("start").asText() + " "
                                    + series.path("key").asText(),
                            series));
        }
        long different = Stream.concat(counted.keySet().stream(), answered.keySet().stream())
                .distinct()
                .filter(bucket -> !counted.getOrDefault(bucket, 0L).equals(answered.getOrDefault(bucket, 0L)))
                .count();
        lines.add(new Line("buckets of trends, against counting rows", counted.size(), answered.size(), 0, different));
        long ready = stored.number("select count(*) from rollup where state = 'ready'");
        lines.add(new Line("workspaces whose trends come from counts", 1, ready, 1 - ready, 0));
    }

    private static void put(Map<String, Long> answered, String bucket, JsonNode counts) {
        long lost = counts.path("lost").asLong();
        if (lost > 0) {
            answered.put(bucket, lost);
        }
    }

    private void reports() throws Exception {
        long found = 0;
        for (var rep : company.reps()) {
            found += all(rep, "/v1/field_reports/mine").size();
        }
        compare("field reports, each in its author's list", ledger.reports.get(), found);
    }

    private void concerns() throws Exception {
        var concerns = all(company.leader(), "/v1/concerns");
        var words =
                concerns.stream().map(concern -> concern.path("words").asText()).toList();
        var answers = concerns.stream()
                .flatMap(concern -> concern.path("responses").findValuesAsText("id").stream())
                .toList();
        compareAll("concerns that surfaced", List.copyOf(ledger.concerns), words);
        compareAll("answers of leadership", List.copyOf(ledger.answers), answers);
    }

    /** Read once more, and against each other: no day is told of twice. */
    private void releases() throws Exception {
        new Voices(caller, company, ledger).readReleases();
        var periods = all(company.leader(), "/v1/releases").stream()
                .map(release -> release.path("since").asText() + " "
                        + release.path("until").asText())
                .sorted()
                .toList();
        long overlapping = 0;
        for (int i = 1; i < periods.size(); i++) {
            overlapping +=
                    periods.get(i).substring(0, 10).compareTo(periods.get(i - 1).substring(11)) > 0 ? 0 : 1;
        }
        lines.add(new Line(
                "releases, equal to the byte since they were first read",
                ledger.releases.size(),
                periods.size(),
                ledger.releases.size() - periods.size(),
                ledger.changedReleases.size() + overlapping));
    }

    private void told(Told told) {
        var events = new ArrayList<String>();
        ledger.answers.forEach(id -> events.add("response.given " + id));
        ledger.concerns.forEach(words -> events.add("concern.surfaced " + words));
        ledger.releases.keySet().forEach(id -> events.add("release.published " + id));
        long missing = events.stream()
                .filter(event -> !told.messages().containsKey(event))
                .count();
        long unasked = told.messages().keySet().stream()
                .filter(event -> !events.contains(event))
                .count();
        lines.add(new Line(
                "events that went out", events.size(), told.messages().size(), missing, unasked + told.tooMany()));
    }

    private void compareAll(String what, List<String> acknowledged, List<String> found) {
        var missing = new ArrayList<>(acknowledged);
        missing.removeAll(new HashSet<>(found));
        lines.add(new Line(
                what,
                acknowledged.size(),
                found.size(),
                missing.size(),
                found.size() - (acknowledged.size() - missing.size())));
    }

    private void compare(String what, long acknowledged, long found) {
        lines.add(new Line(
                what, acknowledged, found, Math.max(0, acknowledged - found), Math.max(0, found - acknowledged)));
    }

    private List<JsonNode> all(String key, String list) throws Exception {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = caller.get(key, list + "?limit=200" + cursor);
            page.path("items").forEach(items::add);
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
