package dev.groundswell.bench;

import dev.groundswell.testsupport.PackagedService;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Closed deals of three years, made by the database itself: what they say is as random as the catalog allows. */
final class Dataset {

    private static final List<String> PRODUCTS = List.of("Platform", "Insight", "Edge", "Relay", "Ledger", "Atlas");
    private static final List<String> SEGMENTS = List.of("Enterprise", "Mid-market", "Small");
    private static final List<String> REGIONS = List.of("EMEA", "Americas", "APAC");
    private static final List<String> COMPETITORS = List.of("Kestrova", "Halden", "Miru", "Ostra");

    private Dataset() {}

    /** Makes the workspace's deals, and nothing else. */
    static void insert(Debian database, PackagedService service, long deals) throws Exception {
        service.post(service.integration, "/v1/deals/batch", words());
        database.psql("""
                insert into deal (workspace, source, external_id, told, state, closed_on, closed_on_told, outcome, owner,
                    value_amount, value_currency, product, segment, region, competitors, primary_reason,
                    quoted_amount, quoted_currency, competitor_amount, competitor_currency)
                select w.workspace, 'generated', 'g' || n, '{}', case when n %% 5 < 2 then 'lost' else 'won' end,
                    date '2023-11-01' + (random() * 1090)::int, true,
                    case when n %% 5 < 2 then (array['no_decision', 'lost_to_competitor', 'postponed'])[1 + n %% 3] end,
                    'u' || n %% 60, (random() * 90000)::int, 'EUR', w.products[1 + n %% cardinality(w.products)],
                    w.segments[1 + (n / 7) %% cardinality(w.segments)], w.regions[1 + (n / 11) %% cardinality(w.regions)],
                    case when n %% 2 = 0 then array[w.competitors[1 + (n / 2) %% cardinality(w.competitors)]] else '{}' end,
                    case when n %% 5 < 2 then w.reasons[1 + (random() * 11)::int] end,
                    case when n %% 10 < 3 then 900 + (random() * 300)::int end, case when n %% 10 < 3 then 'EUR' end,
                    case when n %% 10 < 3 then 900 + (random() * 200)::int end, case when n %% 10 < 3 then 'EUR' end
                from generate_series(1, %d) n, (
                    select '%s' as workspace,
                        array_agg(v.id) filter (where v.dimension = 'product') as products,
                        array_agg(v.id) filter (where v.dimension = 'segment') as segments,
                        array_agg(v.id) filter (where v.dimension = 'region') as regions,
                        array_agg(v.id) filter (where v.dimension = 'competitor') as competitors,
                        (select array_agg(r.id) from reason r where r.workspace = '%s') as reasons
                    from market_value v where v.workspace = '%s') w""".formatted(deals, service.workspace, service.workspace, service.workspace));
        database.psql("vacuum analyze deal");
    }

    /** Makes the workspace's deals and waits until they are counted; answers how many were counted a second. */
    static double fill(Debian database, PackagedService service, long deals) throws Exception {
        insert(database, service, deals);
        long begun = System.nanoTime();
        database.psql("insert into dirty_day (workspace, day) values ('" + service.workspace + "', '2026-01-01')");
        var state = "select state from rollup where workspace = '" + service.workspace + "'";
        while (!database.psql(state).equals("ready")) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        database.psql("vacuum analyze rollup_day");
        database.psql("vacuum analyze rollup_month");
        TimeUnit.SECONDS.sleep(6);
        System.out.printf(Locale.ROOT, "%d deals counted in %.1f s%n", deals, seconds);
        return deals / seconds;
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
