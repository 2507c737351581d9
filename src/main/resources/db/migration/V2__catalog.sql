create table reason (
    workspace    text    not null,
    id           bigint  generated always as identity,
    code         text    not null,
    label        text    not null,
    reason_group text    not null check (reason_group in
                     ('price', 'product', 'trust', 'timing', 'fit', 'process', 'unknown')),
    parent       bigint,
    merged_into  bigint,
    archived     boolean not null default false,
    revision     int     not null default 1,
    primary key (workspace, id),
    unique (workspace, code),
    foreign key (workspace, parent) references reason (workspace, id),
    foreign key (workspace, merged_into) references reason (workspace, id)
);
alter table reason enable row level security;
alter table reason force row level security;
create policy own_workspace on reason using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on reason to "${app}";

-- What made version n of the taxonomy out of version n - 1.
create table taxonomy_change (
    workspace text        not null,
    version   int         not null,
    at        timestamptz not null,
    change    text        not null check (change in
                  ('started', 'added', 'renamed', 'moved', 'merged', 'archived', 'restored', 'removed')),
    code      text        not null,
    primary key (workspace, version)
);
alter table taxonomy_change enable row level security;
alter table taxonomy_change force row level security;
create policy own_workspace on taxonomy_change using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert on taxonomy_change to "${app}";

-- Products, segments, regions and competitors: one shape, told apart by their dimension.
create table market_value (
    workspace   text    not null,
    id          bigint  generated always as identity,
    dimension   text    not null check (dimension in ('product', 'segment', 'region', 'competitor')),
    key         text    not null,
    label       text    not null,
    -- the label without case, accents, punctuation and spacing: one spelling of many
    folded      text    not null,
    merged_into bigint,
    archived    boolean not null default false,
    revision    int     not null default 1,
    primary key (workspace, id),
    unique (workspace, dimension, key),
    unique (workspace, dimension, folded),
    foreign key (workspace, merged_into) references market_value (workspace, id)
);
alter table market_value enable row level security;
alter table market_value force row level security;
create policy own_workspace on market_value using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on market_value to "${app}";

-- Where deals come from. wins_complete_since is null until an admin says otherwise: then the first won deal decides.
create table source (
    workspace           text not null,
    key                 text not null,
    label               text not null,
    wins_complete_since date,
    revision            int  not null default 1,
    primary key (workspace, key)
);
alter table source enable row level security;
alter table source force row level security;
create policy own_workspace on source using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update on source to "${app}";

-- Raw text that a CRM sends, and what it means here. The built-in aliases are code, not rows; a row wins over them.
create table alias (
    workspace    text   not null,
    id           bigint generated always as identity,
    dimension    text   not null check (dimension in ('reason', 'product', 'segment', 'region', 'competitor')),
    text         text   not null,
    folded       text   not null,
    reason       bigint,
    outcome      text,
    market_value bigint,
    created_at   timestamptz not null,
    primary key (workspace, id),
    unique (workspace, dimension, folded),
    foreign key (workspace, reason) references reason (workspace, id),
    foreign key (workspace, market_value) references market_value (workspace, id)
);
alter table alias enable row level security;
alter table alias force row level security;
create policy own_workspace on alias using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on alias to "${app}";

-- A reason's alias came or went: every deal that said this text is read again, in batches, by a worker.
create table remap (
    workspace   text        not null,
    id          bigint      generated always as identity,
    folded      text        not null,
    -- how far it has come: the last deal looked at, and how many were looked at and changed
    after_deal  bigint      not null default 0,
    examined    bigint      not null default 0,
    changed     bigint      not null default 0,
    created_at  timestamptz not null,
    finished_at timestamptz,
    primary key (workspace, id)
);
create index remap_open on remap (workspace) where finished_at is null;
alter table remap enable row level security;
alter table remap force row level security;
create policy own_workspace on remap using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update on remap to "${app}";
-- The worker role sees which workspaces have work, and nothing else.
create policy worker_finds_work on remap for select to "${worker}" using (finished_at is null);
grant select (workspace) on remap to "${worker}";
