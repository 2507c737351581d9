-- Deals of which webhooks have left out what trends need, and that the CRM will be asked for.
create table enrichment (
    workspace   text        not null,
    connection  bigint      not null,
    external_id text        not null,
    attempts    int         not null default 0,
    not_before  timestamptz not null,
    primary key (workspace, connection, external_id),
    foreign key (workspace, connection) references connection (workspace, id) on delete cascade
);
alter table enrichment enable row level security;
alter table enrichment force row level security;
create policy own_workspace on enrichment using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on enrichment to "${app}";
create policy worker_finds_work on enrichment for select to "${worker}" using (true);
grant select (workspace) on enrichment to "${worker}";
