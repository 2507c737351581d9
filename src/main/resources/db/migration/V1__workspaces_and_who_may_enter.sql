-- Rules that keep this schema running on Citus, too: the workspace is in every key and never changes, no triggers,
-- no now() in an upsert, no foreign key that leaves the workspace. Row-level security is forced on every table, so
-- that not even the owner reads across workspaces.

create table workspace (
    workspace        text        not null primary key check (workspace ~ '^[a-z0-9]{8}$'),
    name             text        not null,
    zone             text        not null default 'Etc/UTC',
    taxonomy_version int         not null default 1,
    -- Rises with every change that makes the same raw text mean something else; deal writes check it.
    catalog_version  bigint      not null default 1,
    revision         int         not null default 1,
    created_at       timestamptz not null
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy own_workspace on workspace using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update on workspace to "${app}";

-- Who may act: a person (no name is kept) or an integration (its name is the system's, not a person's).
create table member (
    workspace text   not null,
    id        bigint generated always as identity,
    role      text   not null check (role in ('rep', 'leader', 'admin', 'integration')),
    name      text,
    -- keyed hash of the subject of an OIDC token
    subject   bytea,
    joined_on date   not null,
    primary key (workspace, id),
    unique (workspace, subject)
);
alter table member enable row level security;
alter table member force row level security;
create policy own_workspace on member using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on member to "${app}";

create table api_key (
    workspace    text        not null,
    id           bigint      generated always as identity,
    member       bigint      not null,
    handle       text        not null,
    hash         bytea       not null,
    created_on   date        not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    -- to the day, and for integrations only
    last_used_on date,
    -- what of its role the key may do; empty: everything
    scopes       text[]      not null default '{}',
    primary key (workspace, id),
    unique (workspace, handle),
    foreign key (workspace, member) references member (workspace, id) on delete cascade
);
create index api_key_member on api_key (workspace, member);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy own_workspace on api_key using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on api_key to "${app}";

create table invite (
    workspace   text        not null,
    id          bigint      generated always as identity,
    role        text        not null check (role in ('rep', 'leader', 'admin')),
    handle      text        not null,
    hash        bytea       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_on date,
    primary key (workspace, id),
    unique (workspace, handle)
);
alter table invite enable row level security;
alter table invite force row level security;
create policy own_workspace on invite using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on invite to "${app}";

-- What was done to the workspace's set-up, by which role: never who.
create table audit (
    workspace text        not null,
    id        bigint      generated always as identity,
    at        timestamptz not null,
    role      text        not null,
    action    text        not null,
    subject   text        not null,
    primary key (workspace, id)
);
alter table audit enable row level security;
alter table audit force row level security;
create policy own_workspace on audit using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert on audit to "${app}";

-- Written in the transaction of the effect that it stands for. No body is kept.
create table idempotency (
    workspace  text        not null,
    principal  bytea       not null,
    key        bytea       not null,
    request    bytea       not null,
    status     smallint    not null,
    result     bigint,
    created_at timestamptz not null,
    primary key (workspace, principal, key)
);
create index idempotency_age on idempotency (workspace, created_at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own_workspace on idempotency using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on idempotency to "${app}";
create policy worker_finds_work on idempotency for select to "${worker}" using (true);
grant select (workspace) on idempotency to "${worker}";

-- A copy of the service leases a workspace for one kind of background work, then works inside it.
create table lease (
    workspace  text        not null,
    work       text        not null,
    holder     text        not null,
    expires_at timestamptz not null,
    primary key (workspace, work)
);
alter table lease enable row level security;
alter table lease force row level security;
create policy own_workspace on lease using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on lease to "${app}";
