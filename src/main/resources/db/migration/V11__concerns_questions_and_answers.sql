-- What a rep says in confidence that is not about one deal. Colleagues read it unsigned and endorse its text.
create table concern (
    workspace text     not null,
    id        uuid     not null,
    -- keyed hash of the member
    author    bytea    not null,
    topic     text     not null,
    words     bytea    not null,
    -- the Monday of the week in which it was raised
    week      date     not null,
    -- what was promised
    k         smallint not null,
    primary key (workspace, id)
);
create index concern_week on concern (workspace, week, id);
create index concern_author on concern (workspace, author);
alter table concern enable row level security;
alter table concern force row level security;
create policy own_workspace on concern using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on concern to "${app}";
-- what locks a row for update has to be allowed to
grant update (week) on concern to "${app}";
create policy worker_finds_work on concern for select to "${worker}" using (true);
grant select (workspace) on concern to "${worker}";

-- Who says so, too; the author is one of them.
create table endorsement (
    workspace text  not null,
    concern   uuid  not null,
    endorser  bytea not null,
    week      date  not null,
    primary key (workspace, concern, endorser),
    foreign key (workspace, concern) references concern (workspace, id) on delete cascade
);
create index endorsement_endorser on endorsement (workspace, endorser);
alter table endorsement enable row level security;
alter table endorsement force row level security;
create policy own_workspace on endorsement using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, delete on endorsement to "${app}";

-- What a leader asks everybody.
create table question (
    workspace text     not null,
    id        bigint   generated always as identity,
    words     text     not null,
    options   text[]   not null,
    asked_on  date     not null,
    -- the last day on which it is answered
    closes_on date     not null,
    k         smallint not null,
    state     text     not null check (state in ('open', 'released', 'too_few')),
    release   bigint,
    primary key (workspace, id)
);
-- two that are open at once could be set against each other
create unique index question_open on question (workspace) where state = 'open';
alter table question enable row level security;
alter table question force row level security;
create policy own_workspace on question using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update on question to "${app}";
create policy worker_finds_work on question for select to "${worker}" using (true);
grant select (workspace) on question to "${worker}";

-- Until the question closes; then they are gone.
create table question_answer (
    workspace text   not null,
    question  bigint not null,
    answerer  bytea  not null,
    choice    bytea  not null,
    primary key (workspace, question, answerer),
    foreign key (workspace, question) references question (workspace, id)
);
create index question_answer_answerer on question_answer (workspace, answerer);
alter table question_answer enable row level security;
alter table question_answer force row level security;
create policy own_workspace on question_answer using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on question_answer to "${app}";

-- What leadership answers to what was released. Only ever added to.
create table response (
    workspace text    not null,
    id        bigint  generated always as identity,
    release   bigint  not null,
    kind      text    not null check (kind in ('acknowledged', 'investigating', 'acted', 'conceded', 'disputed')),
    words     text    not null,
    evidence  text,
    link      text,
    thanks    boolean not null,
    given_on  date    not null,
    primary key (workspace, id),
    foreign key (workspace, release) references release (workspace, id),
    check (kind <> 'disputed' or evidence is not null)
);
create index response_release on response (workspace, release, id);
alter table response enable row level security;
alter table response force row level security;
create policy own_workspace on response using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert on response to "${app}";
