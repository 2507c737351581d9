-- Who changes a deal knows where it was counted before.
alter table deal drop column prev_closed_on;

-- Which days have changed since they were counted. Written with the change itself; taken by a worker.
create table dirty_day (
    workspace text   not null,
    id        bigint generated always as identity,
    day       date   not null,
    primary key (workspace, id)
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 10000);
alter table dirty_day enable row level security;
alter table dirty_day force row level security;
create policy own_workspace on dirty_day using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on dirty_day to "${app}";
create policy worker_finds_work on dirty_day for select to "${worker}" using (true);
grant select (workspace) on dirty_day to "${worker}";

-- Months of which days were counted anew since they were added up.
create table dirty_month (
    workspace text        not null,
    month     date        not null,
    marked_at timestamptz not null,
    primary key (workspace, month)
);
alter table dirty_month enable row level security;
alter table dirty_month force row level security;
create policy own_workspace on dirty_month using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on dirty_month to "${app}";
create policy worker_finds_work on dirty_month for select to "${worker}" using (true);
grant select (workspace) on dirty_month to "${worker}";

-- How far a workspace is: its deals are few and read as they are, or they are being counted, or the counts hold. Whoever
-- counts locks this row first.
create table rollup (
    workspace    text   not null primary key,
    state        text   not null check (state in ('raw', 'filling', 'ready')),
    -- all days up to this one are counted
    filled_until date,
    -- grows with whatever changes an answer
    version      bigint not null default 0
);
alter table rollup enable row level security;
alter table rollup force row level security;
create policy own_workspace on rollup using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update on rollup to "${app}";
create policy worker_finds_work on rollup for select to "${worker}" using (true);
grant select (workspace) on rollup to "${worker}";

-- The workspaces that are being counted for the first time.
create table rollup_fill (
    workspace text        not null primary key,
    begun_at  timestamptz not null
);
alter table rollup_fill enable row level security;
alter table rollup_fill force row level security;
create policy own_workspace on rollup_fill using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on rollup_fill to "${app}";
create policy worker_finds_work on rollup_fill for select to "${worker}" using (true);
grant select (workspace) on rollup_fill to "${worker}";

-- Closed deals that have everything in common that a trend asks about. Their number is bounded by the calendar and the catalog,
-- never by the deals. value: the product, segment or region, or all competitors that a deal names; empty: none is known.
create table rollup_day (
    workspace        text     not null,
    dimension        text     not null check (dimension in ('all', 'product', 'segment', 'region', 'competitor')),
    day              date     not null,
    id               bigint   generated always as identity,
    value            bigint[] not null,
    source           text     not null,
    state            text     not null,
    -- '' and 0: not known
    outcome          text     not null,
    primary_reason   bigint   not null,
    primary_unmapped boolean  not null,
    needs_enrichment boolean  not null,
    currency         text     not null,
    deals            bigint   not null,
    amount           numeric,
    primary key (workspace, dimension, day, id)
);
create index rollup_day_won on rollup_day (workspace, source, day) where dimension = 'all' and state = 'won';
alter table rollup_day enable row level security;
alter table rollup_day force row level security;
create policy own_workspace on rollup_day using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on rollup_day to "${app}";

create table rollup_month (
    workspace        text     not null,
    dimension        text     not null check (dimension in ('all', 'product', 'segment', 'region', 'competitor')),
    month            date     not null,
    id               bigint   generated always as identity,
    value            bigint[] not null,
    source           text     not null,
    state            text     not null,
    outcome          text     not null,
    primary_reason   bigint   not null,
    primary_unmapped boolean  not null,
    needs_enrichment boolean  not null,
    currency         text     not null,
    deals            bigint   not null,
    amount           numeric,
    primary key (workspace, dimension, month, id)
);
alter table rollup_month enable row level security;
alter table rollup_month force row level security;
create policy own_workspace on rollup_month using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on rollup_month to "${app}";
