package dev.groundswell.trend.rollup;

/** How deals are counted: the same text counts for a reader, for the worker, and for who checks it. */
final class CountSql {

    private static final String COMMON =
            "source, state, outcome, primary_reason, primary_unmapped, needs_enrichment, currency";

    private static final String KEY = "dimension, value, " + COMMON;

    /** The columns of a rollup after its workspace and its day. */
    static final String COLUMNS = KEY + ", deals, amount";

    /** Raw rows, counted by day: the condition on deal {@code d} and breakdown {@code v} comes after it. */
    private static final String RAW = """
            select d.closed_on as day, v.dimension, v.value, d.source, d.state, coalesce(d.outcome, '') as outcome,
                coalesce(d.primary_reason, 0) as primary_reason, d.primary_unmapped, d.needs_enrichment,
                coalesce(d.value_currency, '') as currency, count(*) as deals, sum(d.value_amount) as amount
            from deal d, lateral (values
                ('all', '{}'::bigint[]),
                ('product', array_remove(array[d.product], null)),
                ('segment', array_remove(array[d.segment], null)),
                ('region', array_remove(array[d.region], null)),
                ('competitor', d.competitors)) as v(dimension, value)
            where d.state in ('lost', 'won') and %s
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10""";

    private static final String MONTHS = """
            select date_trunc('month', r.day)::date as month, %s, sum(r.deals)::bigint as deals, sum(r.amount) as amount
            from rollup_day r where %s group by month, %s""";

    private CountSql() {}

    static String raw(String condition) {
        return RAW.formatted(condition);
    }

    /** Days, added up by month. */
    static String months(String condition) {
        return MONTHS.formatted(KEY, condition, KEY);
    }
}
