-- Telling what changed. NOTIFY is for speed; the log (a table, see migration 20261127_220000_change_log) is the truth: who
-- missed a notification reads on from where it was.

-- Tells what the transaction changed: notified as `pages:12 4711`, the number of the transaction last.
CREATE OR REPLACE FUNCTION tell_changes(changed text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO changes.log (what) SELECT what FROM unnest(changed) AS what ON CONFLICT DO NOTHING;
  SELECT pg_notify('content_changed', what || ' ' || pg_current_xact_id()) FROM unnest(changed) AS what;
$$;

-- What changed since a position (null: nothing is asked for), in the same form, and the next position: every transaction
-- before it has ended. Those still under way may commit in any order, so what is told after the position is told again.
-- `is_whole` is false if the log has been trimmed past the position, or the position is from another database.
CREATE OR REPLACE FUNCTION changes.since(seen xid8, OUT reached xid8, OUT is_whole boolean, OUT told text[])
LANGUAGE sql STABLE AS $$
  SELECT pg_snapshot_xmin(pg_current_snapshot()),
         coalesce(seen BETWEEN horizon.begins AND pg_snapshot_xmax(pg_current_snapshot()), true),
         ARRAY(SELECT what || ' ' || xid FROM changes.log WHERE xid >= seen ORDER BY xid, what)
  FROM changes.horizon
$$;

-- Forgets what was told longer ago than `age`.
CREATE OR REPLACE FUNCTION changes.trim(age interval) RETURNS void LANGUAGE sql AS $$
  WITH forgotten AS (DELETE FROM changes.log WHERE at < now() - age RETURNING xid)
  UPDATE changes.horizon SET begins = greatest(begins, (last.xid::text::numeric + 1)::text::xid8)
  FROM (SELECT xid FROM forgotten ORDER BY xid DESC LIMIT 1) AS last;
$$;
