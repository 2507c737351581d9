-- The terms under which people speak, and since when. Without a row the built-in terms hold. Announced before they hold, and
-- never changed afterwards.
create table safety_terms (
    workspace    text     not null,
    valid_from   date     not null,
    k            smallint not null check (k >= 3),
    period       text     not null check (period in ('month', 'quarter')),
    market       text     not null check (market in ('product', 'segment', 'region', 'competitor')),
    announced_on date     not null,
    primary key (workspace, valid_from)
);
alter table safety_terms enable row level security;
alter table safety_terms force row level security;
create policy own_workspace on safety_terms using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert on safety_terms to "${app}";

-- What has left the confidential plane. Only ever added to: nobody may change or delete it.
create table release (
    workspace   text   not null,
    id          bigint generated always as identity,
    kind        text   not null check (kind in ('field_view', 'concern', 'question')),
    since       date   not null,
    until       date   not null,
    released_on date   not null,
    body        text   not null,
    primary key (workspace, id)
);
create unique index release_of_a_period on release (workspace, until) where kind = 'field_view';
create index release_kind on release (workspace, kind, id);
alter table release enable row level security;
alter table release force row level security;
create policy own_workspace on release using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert on release to "${app}";

-- Which leaders and admins have read a release, so that reps can see that somebody does.
create table release_reader (
    workspace text   not null,
    release   bigint not null,
    -- keyed hash of the member
    reader    bytea  not null,
    role      text   not null,
    read_on   date   not null,
    primary key (workspace, release, reader),
    foreign key (workspace, release) references release (workspace, id)
);
alter table release_reader enable row level security;
alter table release_reader force row level security;
create policy own_workspace on release_reader using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on release_reader to "${app}";

-- What a rep says about a loss. The id is random, the time precise to the week, and what was said is encrypted.
create table field_report (
    workspace text     not null,
    id        uuid     not null,
    -- keyed hash of the member
    reporter  bytea    not null,
    -- the period in which it was told
    since     date     not null,
    until     date     not null,
    -- the Monday of the week in which it was told
    week      date     not null,
    -- what was promised
    k         smallint not null,
    -- keyed hash of reporter and deal, so that one person reports a deal once; gone with the seal
    deal      bytea,
    content   bytea    not null,
    state     text     not null check (state in ('waiting', 'released', 'discarded')),
    release   bigint,
    primary key (workspace, id),
    unique (workspace, deal)
);
create index field_report_reporter on field_report (workspace, reporter);
create index field_report_state on field_report (workspace, state, until);
alter table field_report enable row level security;
alter table field_report force row level security;
create policy own_workspace on field_report using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on field_report to "${app}";
create policy worker_finds_work on field_report for select to "${worker}" using (true);
grant select (workspace) on field_report to "${worker}";

-- Periods that were sealed, each once.
create table sealed_period (
    workspace text not null,
    until     date not null,
    since     date not null,
    -- told, or carried over, because too few spoke or the audit refused it
    outcome   text not null check (outcome in ('released', 'carried_over')),
    release   bigint,
    primary key (workspace, until)
);
alter table sealed_period enable row level security;
alter table sealed_period force row level security;
create policy own_workspace on sealed_period using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert on sealed_period to "${app}";
