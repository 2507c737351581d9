-- What a workspace reports in, where it has said so; the revision grows with each list of rates.
alter table workspace add column reporting_currency text;
alter table workspace add column rates_revision int not null default 0;

-- What one unit of a currency is worth in the currency that the workspace reports in, from a day on until the next rate.
create table exchange_rate (
    workspace  text    not null,
    currency   text    not null,
    valid_from date    not null,
    rate       numeric not null check (rate > 0),
    primary key (workspace, currency, valid_from)
);
alter table exchange_rate enable row level security;
alter table exchange_rate force row level security;
create policy own_workspace on exchange_rate using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on exchange_rate to "${app}";
