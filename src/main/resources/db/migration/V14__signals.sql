-- True where an import, or a new reading of its stage or its texts, made a deal what it is counted by: no signal rests on it.
alter table deal add column retold boolean not null default false;

-- What has really changed in the market. Opened once, told once, and cleared after two quiet periods.
create table signal (
    workspace   text     not null,
    id          bigint   generated always as identity,
    kind        text     not null check (kind in ('reason', 'reason_group', 'outcome', 'competitor', 'price_gap')),
    -- a code or a key; empty for price gaps
    key         text     not null,
    -- the part of the market; empty for the whole of it
    dimension   text     not null check (dimension in ('', 'product', 'segment', 'region', 'competitor', 'source')),
    slice       text     not null,
    whole       text     not null check (whole in ('lost_deals', 'closed_deals')),
    direction   text     not null check (direction in ('rise', 'fall')),
    state       text     not null check (state in ('open', 'cleared')),
    -- the first day of the period in which it was found
    period      date     not null,
    opened_on   date     not null,
    cleared_on  date,
    -- periods in a row in which it was not found again
    quiet       smallint not null default 0,
    -- the first day of the last period that was scanned for it
    last_period date     not null,
    -- the numbers, as they were found
    found       text     not null,
    primary key (workspace, id)
);
create unique index signal_open on signal (workspace, kind, key, dimension, slice, whole, direction) where state = 'open';
create index signal_opened on signal (workspace, opened_on);
alter table signal enable row level security;
alter table signal force row level security;
create policy own_workspace on signal using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update on signal to "${app}";

-- What was looked at, and of what there is too little to say anything; the latest scan of each period.
create table signal_scan (
    workspace  text not null,
    period     date not null,
    scanned_on date not null,
    said       text not null,
    primary key (workspace, period)
);
alter table signal_scan enable row level security;
alter table signal_scan force row level security;
create policy own_workspace on signal_scan using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update on signal_scan to "${app}";

-- Leadership answers signals, too.
alter table response alter column release drop not null;
alter table response add column signal bigint;
alter table response add foreign key (workspace, signal) references signal (workspace, id);
alter table response add check (num_nonnulls(release, signal) = 1);
create index response_signal on response (workspace, signal, id) where signal is not null;
