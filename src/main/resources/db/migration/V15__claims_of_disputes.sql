-- What a dispute claims of the market, and what the open records said to it on the day on which it was given.
alter table response add column claim text
    check (claim in ('price_too_high', 'quota_too_high', 'product_not_competitive', 'market_shift', 'territory', 'policy', 'other'));
alter table response add column verdict text check (verdict in ('supported', 'contradicted', 'unmeasured'));
alter table response add column records_said text;
alter table response add check (num_nonnulls(claim, verdict, records_said) in (0, 3));
alter table response add check (claim is null or kind = 'disputed');
