package dev.groundswell.bench;

import dev.groundswell.testsupport.PackagedService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Closed deals of three years, made by the database itself: what they say is as random as the catalog allows. */
final class Dataset {

    private static final List<String> PRODUCTS = List.of("Platform", "Insight", "Edge", "Relay", "Ledger", "Atlas");
    private static final List<String> SEGMENTS = List.of("Enterprise", "Mid-market", "Small");
    private static final List<String> REGIONS = List.of("EMEA", "Americas", "APAC");
    private static final List<String> COMPETITORS = List.of("Kestrova", "Halden", "Miru", "Ostra");

    /** Three years that end where the days of the other rows do. */
    private static final String OF_LATE = "date '2023-11-01' + (random() * 1090)::int";

    /** The same up to today, since the month that is scanned is the last one of the clock. */
    private static final String UNTIL_TODAY = "current_date - (random() * 1090)::int";

    /** In it one reason is named more often, and others ask less, so that there is something to find. */
    private static final String IN_THE_LAST_MONTH =
            "date_trunc('month', closed_on) = date_trunc('month', current_date) - interval '1 month'";

    private static final String NO_PRICES = "";

    /** Of every third deal, lost or won, what we and they asked; of every sixth lost one what would have been enough. */
    private static final String PRICES = ", quoted_amount, quoted_currency, competitor_amount, competitor_currency,"
            + " would_have_won_amount, would_have_won_currency";

    private static final String PRICE_VALUES = """
            , case when n / 5 % 3 = 0 then 1000 + n % 89000 end, case when n / 5 % 3 = 0 then 'EUR' end,
            case when n / 5 % 3 = 0
                then round(((1000 + n % 89000) * (0.8 + 0.4 * random() - case when :last_month then 0.05 else 0 end))::numeric, 2)
            end,
            case when n / 5 % 3 = 0 then 'EUR' end,
            case when n / 5 % 6 = 0 and n % 5 < 2 then round((1000 + n % 89000) * 0.9, 2) end,
            case when n / 5 % 6 = 0 and n % 5 < 2 then 'EUR' end""".replace(":last_month", IN_THE_LAST_MONTH);

    private static final String ANY_REASON = "w.reasons[1 + (random() * 11)::int]";

    private static final String RISING_REASON =
            "case when " + IN_THE_LAST_MONTH + " and random() < 0.1 then w.reasons[1] else " + ANY_REASON + " end";

    /** Ten millions take some minutes; a benchmark that waits for ever tells nobody why. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private Dataset() {}

    /** Makes the workspace's deals and waits until they are counted; answers how many were counted a second. */
    static double fill(Debian database, PackagedService service, long deals) throws Exception {
        return fill(database, service, deals, insert(OF_LATE, "n % 60", ANY_REASON, NO_PRICES, NO_PRICES));
    }

    /** The same of 500 sellers who lose and win, up to today, with prices. */
    static double fillToScan(Debian database, PackagedService service, long deals) throws Exception {
        return fill(database, service, deals, insert(UNTIL_TODAY, "n / 77 % 500", RISING_REASON, PRICES, PRICE_VALUES));
    }

    private static double fill(Debian database, PackagedService service, long deals, String insert) throws Exception {
        service.post(service.integration, "/v1/deals/batch", words());
        database.psql(
                insert.replace(":workspace", "'" + service.workspace + "'").replace(":deals", String.valueOf(deals)));
        database.psql("vacuum analyze deal");
        long begun = System.nanoTime();
        database.psql("insert into dirty_day (workspace, day) values ('" + service.workspace + "', '2026-01-01')");
        var state = "select state from rollup where workspace = '" + service.workspace + "'";
        while (!database.psql(state).equals("ready")) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("not counted after " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        database.psql("vacuum analyze rollup_day");
        database.psql("vacuum analyze rollup_month");
        TimeUnit.SECONDS.sleep(6);
        System.out.printf(Locale.ROOT, "%d deals counted in %.1f s%n", deals, seconds);
        return deals / seconds;
    }

    private static String insert(String day, String seller, String reason, String columns, String values) {
        return """
                insert into deal (workspace, source, external_id, told, state, closed_on, closed_on_told, outcome, owner,
                    value_amount, value_currency, product, segment, region, competitors, primary_reason%s)
                select w.workspace, 'generated', 'g' || n, '{}', case when n %% 5 < 2 then 'lost' else 'won' end,
                    closed_on, true,
                    case when n %% 5 < 2 then (array['no_decision', 'lost_to_competitor', 'postponed'])[1 + n %% 3] end,
                    'u' || %s, (random() * 90000)::int, 'EUR', w.products[1 + n %% cardinality(w.products)],
                    w.segments[1 + (n / 7) %% cardinality(w.segments)], w.regions[1 + (n / 11) %% cardinality(w.regions)],
                    case when n %% 2 = 0 then array[w.competitors[1 + (n / 2) %% cardinality(w.competitors)]] else '{}' end,
                    case when n %% 5 < 2 then %s end%s
                from (select n, %s as closed_on from generate_series(1, :deals) n) closed, (
                    select :workspace as workspace,
                        array_agg(v.id) filter (where v.dimension = 'product') as products,
                        array_agg(v.id) filter (where v.dimension = 'segment') as segments,
                        array_agg(v.id) filter (where v.dimension = 'region') as regions,
                        array_agg(v.id) filter (where v.dimension = 'competitor') as competitors,
                        (select array_agg(r.id) from reason r where r.workspace = :workspace) as reasons
                    from market_value v where v.workspace = :workspace) w""".formatted(columns, seller, reason, values, day);
    }

    private static String words() {
        var batch = new StringBuilder("[");
        for (int i = 0; i < PRODUCTS.size(); i++) {
            batch.append(i == 0 ? "" : ",")
                    .append(
                            "{\"source\": \"generated\", \"external_id\": \"word-%d\", \"state\": \"won\", \"closed_on\": \"2023-11-01\", "
                                    .formatted(i))
                    .append("\"product\": \"%s\", \"segment\": \"%s\", \"region\": \"%s\", \"competitors\": [\"%s\"]}"
                            .formatted(
                                    PRODUCTS.get(i),
                                    SEGMENTS.get(i % SEGMENTS.size()),
                                    REGIONS.get(i % REGIONS.size()),
                                    COMPETITORS.get(i % COMPETITORS.size())));
        }
        return batch.append("]").toString();
    }
}
