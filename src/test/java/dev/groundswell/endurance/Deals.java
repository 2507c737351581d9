package dev.groundswell.endurance;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is told of lost deals: one by one, many at once, by a CRM's webhook, as a file, and put right afterwards. */
final class Deals {

    static final LocalDate SINCE = LocalDate.of(2025, 10, 1);
    static final LocalDate UNTIL = LocalDate.of(2025, 12, 31);

    private static final int DAYS = 92;
    private static final String[] REASONS = {"price_level", "product_gap", "budget", "timing_priority"};

    private final Caller caller;
    private final Company company;
    private final Ledger ledger;
    private final Random random;

    Deals(Caller caller, Company company, Ledger ledger, Random random) {
        this.caller = caller;
        this.company = company;
        this.ledger = ledger;
        this.random = random;
    }

    void log(int number) throws Exception {
        var id = String.valueOf(number);
        var day = day(number);
        caller.send(
                company.integration(),
                "POST",
                "/v1/losses",
                "application/json",
                """
                {"source": "single", "external_id": "%s", "closed_on": "%s", "reasons": [{"code": "%s"}],
                 "value": {"amount": "1250.00", "currency": "EUR"}}""".formatted(id, day, reason(number)),
                "loss-" + id);
        ledger.deal("single", id, day);
        if (number % 3 == 0) {
            putRight(String.valueOf(random.nextInt(number + 1)), day(random.nextInt(DAYS)));
        }
    }

    /** It was another day: two days are counted anew. */
    private void putRight(String id, LocalDate day) throws Exception {
        caller.send(
                company.integration(),
                "PATCH",
                "/v1/deals/single/" + id,
                "application/merge-patch+json",
                "{\"closed_on\": \"" + day + "\"}",
                "");
        ledger.deal("single", id, day);
    }

    void batch(int number) throws Exception {
        var deals = IntStream.range(0, 50)
                .mapToObj(i -> """
                        {"source": "batch", "external_id": "%d-%d", "state": "lost", "closed_on": "%s", "reasons": [{"code": "%s"}]}""".formatted(number, i, day(number + i), reason(i)))
                .collect(Collectors.joining(",", "[", "]"));
        caller.send(company.integration(), "POST", "/v1/deals/batch", "application/json", deals, "batch-" + number);
        for (int i = 0; i < 50; i++) {
            ledger.deal("batch", number + "-" + i, day(number + i));
        }
    }

    void deliver(int number) throws Exception {
        var day = day(number);
        caller.deliver(company.hook(), """
                {"meta": {"version": "2.0", "entity": "deal", "entity_id": "%d", "action": "change", "id": "event-%d",
                          "timestamp": "%sT10:00:00Z"},
                 "data": {"status": "lost", "lost_time": "%sT10:00:00Z", "lost_reason": "Too expensive"}, "previous": {}}""".formatted(number, number, day, day));
        ledger.delivery(Company.HOOKED, String.valueOf(number), day);
    }

    /** A file that the service reads in the background, while it is killed. */
    void importRows(int rows) throws Exception {
        var file = IntStream.range(0, rows)
                .mapToObj(i -> i + ",lost," + day(i))
                .collect(Collectors.joining("\n", "id,status,closed_on\n", "\n"));
        caller.send(company.admin(), "POST", "/v1/connections/" + company.files() + "/imports", "text/csv", file, "");
        IntStream.range(0, rows).forEach(i -> ledger.deal(Company.IMPORTED, String.valueOf(i), day(i)));
    }

    private static LocalDate day(int number) {
        return SINCE.plusDays(number % DAYS);
    }

    private static String reason(int number) {
        return REASONS[number % REASONS.length];
    }
}
