-- How many closed deals there were when they began to be counted, and how many of them are.
alter table rollup_fill add column deals bigint not null default 0;
alter table rollup_fill add column counted bigint not null default 0;
grant update on rollup_fill to "${app}";
