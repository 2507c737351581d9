-- A file of exports on its way through a connection's mapping. Rows wait in chunks, and go with the chunk that they were read in.
create table deal_import (
    workspace   text        not null,
    id          bigint      generated always as identity,
    connection  bigint      not null,
    state       text        not null check (state in ('receiving', 'waiting', 'running', 'done')),
    dry_run     boolean     not null,
    as_of       timestamptz not null,
    -- JSON: the names of the columns, for the file of what was refused
    columns     text        not null default '[]',
    total       bigint      not null default 0,
    examined    bigint      not null default 0,
    added       bigint      not null default 0,
    known       bigint      not null default 0,
    ignored     bigint      not null default 0,
    rejected    bigint      not null default 0,
    -- JSON: how often each remark was made
    remarks     text        not null default '{}',
    created_at  timestamptz not null,
    finished_at timestamptz,
    primary key (workspace, id),
    foreign key (workspace, connection) references connection (workspace, id) on delete cascade
);
create index deal_import_open on deal_import (workspace) where state in ('waiting', 'running');
alter table deal_import enable row level security;
alter table deal_import force row level security;
create policy own_workspace on deal_import using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on deal_import to "${app}";
create policy worker_finds_work on deal_import for select to "${worker}" using (state in ('waiting', 'running'));
grant select (workspace) on deal_import to "${worker}";

create table import_chunk (
    workspace text   not null,
    import    bigint not null,
    first_row bigint not null,
    body      bytea  not null,
    primary key (workspace, import, first_row),
    foreign key (workspace, import) references deal_import (workspace, id) on delete cascade
);
alter table import_chunk enable row level security;
alter table import_chunk force row level security;
create policy own_workspace on import_chunk using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on import_chunk to "${app}";

create table import_rejection (
    workspace text   not null,
    import    bigint not null,
    row       bigint not null,
    reason    text   not null,
    detail    text   not null,
    body      bytea  not null,
    primary key (workspace, import, row),
    foreign key (workspace, import) references deal_import (workspace, id) on delete cascade
);
alter table import_rejection enable row level security;
alter table import_rejection force row level security;
create policy own_workspace on import_rejection using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on import_rejection to "${app}";
