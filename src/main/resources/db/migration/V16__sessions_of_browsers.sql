-- A browser's session: made with a key, and gone with it, or with a token, and then no longer than the token.
create table session (
    workspace  text        not null,
    id         bigint      generated always as identity,
    member     bigint      not null,
    api_key    bigint,
    handle     text        not null,
    hash       bytea       not null,
    expires_at timestamptz not null,
    primary key (workspace, id),
    unique (workspace, handle),
    foreign key (workspace, member) references member (workspace, id) on delete cascade,
    foreign key (workspace, api_key) references api_key (workspace, id) on delete cascade
);
create index session_member on session (workspace, member);
alter table session enable row level security;
alter table session force row level security;
create policy own_workspace on session using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on session to "${app}";
