-- One CRM hooked up to a workspace. Secrets are encrypted, the hook's token is kept as a hash.
create table connection (
    workspace    text        not null,
    id           bigint      generated always as identity,
    kind         text        not null,
    name         text        not null,
    source       text        not null,
    account      text,
    currency     text,
    -- the URL as the CRM calls it, where something in between changes it
    called_url   text,
    handle       text        not null,
    hash         bytea       not null,
    secrets      bytea       not null,
    -- JSON: null where the kind's own holds
    mapping      text,
    proofs       text,
    -- JSON: what this CRM's stages mean
    stages       text        not null default '{}',
    -- the strictest signature that was seen: a weaker one is refused from then on
    strictest    smallint    not null default 0,
    refused      bigint      not null default 0,
    last_refused timestamptz,
    revision     int         not null default 1,
    created_at   timestamptz not null,
    primary key (workspace, id),
    unique (workspace, handle)
);
alter table connection enable row level security;
alter table connection force row level security;
create policy own_workspace on connection using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on connection to "${app}";
create policy worker_finds_work on connection for select to "${worker}" using (true);
grant select (workspace) on connection to "${worker}";

-- One authenticated webhook: kept before it is answered, processed after. Bodies are scrubbed, and then encrypted.
create table delivery (
    workspace    text        not null,
    id           bigint      generated always as identity,
    connection   bigint      not null,
    received_at  timestamptz not null,
    content_type text        not null,
    query        text        not null,
    headers      text        not null,
    -- null once it was kept for long enough
    body         bytea,
    state        text        not null check (state in ('received', 'processed', 'ignored', 'dead')),
    -- JSON: what became of each item
    items        text        not null default '[]',
    reason       text,
    processed_at timestamptz,
    primary key (workspace, id),
    foreign key (workspace, connection) references connection (workspace, id) on delete cascade
);
create index delivery_received on delivery (workspace, id) where state = 'received';
create index delivery_of_connection on delivery (workspace, connection, id);
create index delivery_age on delivery (workspace, received_at) where body is not null;
alter table delivery enable row level security;
alter table delivery force row level security;
create policy own_workspace on delivery using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on delivery to "${app}";
create policy worker_finds_work on delivery for select to "${worker}" using (state = 'received');
grant select (workspace) on delivery to "${worker}";

-- Events that were understood: the same again is a repetition.
create table seen_event (
    workspace  text        not null,
    connection bigint      not null,
    event      bytea       not null,
    delivery   bigint      not null,
    seen_at    timestamptz not null,
    primary key (workspace, connection, event),
    foreign key (workspace, connection) references connection (workspace, id) on delete cascade
);
create index seen_event_age on seen_event (workspace, seen_at);
alter table seen_event enable row level security;
alter table seen_event force row level security;
create policy own_workspace on seen_event using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on seen_event to "${app}";

-- Stages whose meaning changed, and how far the deals that say them are read again.
create table restage (
    workspace   text        not null,
    id          bigint      generated always as identity,
    connection  bigint      not null,
    stage       text        not null,
    after_deal  bigint      not null default 0,
    primary key (workspace, id),
    foreign key (workspace, connection) references connection (workspace, id) on delete cascade
);
alter table restage enable row level security;
alter table restage force row level security;
create policy own_workspace on restage using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on restage to "${app}";
create policy worker_finds_work on restage for select to "${worker}" using (true);
grant select (workspace) on restage to "${worker}";
