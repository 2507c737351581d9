-- Spreads the tables of Groundswell over the workers of a Citus cluster, by workspace, and all in one group: whatever
-- belongs to a workspace lies on one worker. Run by psql, as a superuser, on the coordinator, once the service has made
-- its tables there, and again after each upgrade of the service, which may bring new ones:
--
--   psql -d groundswell -f citus.sql
--
-- What is spread already is left alone.

\set ON_ERROR_STOP on
begin;

-- Tables stand behind those that they refer to.
create temporary table ours (place int generated always as identity, name text not null) on commit drop;
insert into ours (name) values
    ('workspace'), ('member'), ('api_key'), ('session'), ('invite'), ('audit'), ('idempotency'), ('lease'),
    ('reason'), ('taxonomy_change'), ('market_value'), ('source'), ('alias'), ('remap'), ('exchange_rate'),
    ('deal'), ('signal'), ('signal_scan'),
    ('connection'), ('delivery'), ('seen_event'), ('restage'), ('enrichment'),
    ('deal_import'), ('import_chunk'), ('import_rejection'),
    ('dirty_day'), ('dirty_month'), ('rollup'), ('rollup_fill'), ('rollup_day'), ('rollup_month'),
    ('safety_terms'), ('release'), ('release_reader'), ('field_report'), ('sealed_period'),
    ('concern'), ('endorsement'), ('question'), ('question_answer'), ('response'),
    ('subscription'), ('outgoing'), ('sent_digest');

select create_distributed_table(
    o.name, 'workspace', colocate_with => case when o.name = 'workspace' then 'none' else 'workspace' end)
from ours o
where not exists (select from pg_dist_partition p where p.logicalrelid = o.name::regclass)
order by o.place;

-- A worker that answers an INSERT .. SELECT by itself draws its own numbers, each worker from a range of its own. Grants on
-- the sequences of identity columns do not reach the workers by themselves.
select result from run_command_on_workers('grant usage on all sequences in schema public to groundswell_app')
where not success;

commit;
