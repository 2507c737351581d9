-- Somebody who wants to be told: the address and the secrets are encrypted.
create table subscription (
    workspace     text        not null,
    id            bigint      generated always as identity,
    kind          text        not null check (kind in ('webhook', 'slack', 'teams')),
    name          text        not null,
    url           bytea       not null,
    secret        bytea,
    -- signs, too, until then
    former_secret bytea,
    former_until  timestamptz,
    events        text[]      not null,
    state         text        not null check (state in ('active', 'off')),
    off_because   text        check (off_because in ('gone', 'failing', 'admin')),
    -- in a row
    failures      int         not null default 0,
    failing_since timestamptz,
    last_success  timestamptz,
    revision      int         not null default 1,
    created_at    timestamptz not null,
    primary key (workspace, id),
    check ((state = 'off') = (off_because is not null))
);
alter table subscription enable row level security;
alter table subscription force row level security;
create policy own_workspace on subscription using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on subscription to "${app}";
create policy worker_finds_work on subscription for select to "${worker}" using (true);
grant select (workspace) on subscription to "${worker}";

-- One event on its way to one subscription, written in the transaction of what it tells.
create table outgoing (
    workspace    text        not null,
    id           bigint      generated always as identity,
    subscription bigint      not null,
    -- the receiver knows a repetition by it
    message      uuid        not null,
    type         text        not null,
    -- encrypted; null once it has arrived or was given up
    body         bytea,
    state        text        not null check (state in ('waiting', 'delivered', 'failed')),
    -- counted before each attempt
    attempts     int         not null default 0,
    told_at      timestamptz not null,
    next_at      timestamptz,
    last_status  int,
    last_failure text,
    settled_at   timestamptz,
    primary key (workspace, id),
    foreign key (workspace, subscription) references subscription (workspace, id) on delete cascade
);
create index outgoing_due on outgoing (workspace, next_at) where state = 'waiting';
create index outgoing_of_subscription on outgoing (workspace, subscription, id);
create index outgoing_age on outgoing (workspace, settled_at) where settled_at is not null;
alter table outgoing enable row level security;
alter table outgoing force row level security;
create policy own_workspace on outgoing using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on outgoing to "${app}";
create policy worker_finds_work on outgoing for select to "${worker}" using (state = 'waiting');
grant select (workspace) on outgoing to "${worker}";

-- Weeks of which the digest was sent, each once.
create table sent_digest (
    workspace text not null,
    -- its Monday
    week      date not null,
    primary key (workspace, week)
);
alter table sent_digest enable row level security;
alter table sent_digest force row level security;
create policy own_workspace on sent_digest using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert on sent_digest to "${app}";
