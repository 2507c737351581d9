-- One row a deal: what each origin told (told), and what follows from it (all other columns).
create table deal (
    workspace            text    not null,
    id                   bigint  generated always as identity,
    source               text    not null,
    external_id          text    not null,
    revision             int     not null default 1,
    -- {"crm": {"<field>": {"v": <value or null>, "t": <source time, microseconds>, "n": <tie-break>}}, "rep": {...}}
    told                 jsonb   not null,

    -- null until somebody tells it: such a deal is not counted
    state                text    check (state in ('open', 'lost', 'won', 'withdrawn')),
    closed_on            date,
    -- false where the day on which the state was told stands in for a closing date that nobody told
    closed_on_told       boolean not null default false,
    -- a loss of which the source has not told the closing date, or the currency of an amount
    needs_enrichment     boolean not null default false,
    -- where the deal was counted before its last change
    prev_closed_on       date,
    outcome              text    check (outcome in ('lost_to_competitor', 'no_decision', 'in_house', 'postponed',
                                     'disqualified_by_us', 'invalid_duplicate', 'unknown')),
    owner                text,
    value_amount         numeric,
    value_currency       text,
    product              bigint,
    segment              bigint,
    region               bigint,
    competitors          bigint[] not null default '{}',
    -- the primary reason's id; null where there is none, or where its text is not mapped yet
    primary_reason       bigint,
    primary_unmapped     boolean not null default false,
    -- [{"reason": <id or absent>, "text": .., "evidence": .., "strength": .., "note": ..}], the primary one first
    reasons              jsonb   not null default '[]',
    -- raw reason texts, folded; and those among them that no alias knows
    reason_texts         text[]  not null default '{}',
    unmapped_texts       text[]  not null default '{}',
    note                 text,
    list_amount          numeric,
    list_currency        text,
    quoted_amount        numeric,
    quoted_currency      text,
    competitor_amount    numeric,
    competitor_currency  text,
    would_have_won_amount   numeric,
    would_have_won_currency text,
    discount_asked_amount   numeric,
    discount_asked_currency text,

    primary key (workspace, id),
    unique (workspace, source, external_id)
);
create index deal_closed on deal (workspace, closed_on, id) where state in ('lost', 'won');
create index deal_unmapped on deal (workspace, id) where unmapped_texts <> '{}';
alter table deal enable row level security;
alter table deal force row level security;
create policy own_workspace on deal using (workspace = nullif(current_setting('app.workspace', true), ''));
grant select, insert, update, delete on deal to "${app}";
