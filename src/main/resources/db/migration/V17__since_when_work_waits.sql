-- Since when the oldest of what waits has waited: a metric for whoever operates the service. The worker role sees the time beside
-- the workspace, of the same rows as before. Of what is said in confidence it goes on to see the workspace alone.
grant select (received_at) on delivery to "${worker}";
grant select (next_at) on outgoing to "${worker}";
grant select (marked_at) on dirty_month to "${worker}";
grant select (created_at) on deal_import to "${worker}";
grant select (created_at) on remap to "${worker}";
