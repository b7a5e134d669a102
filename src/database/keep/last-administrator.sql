-- Nobody can log in to manage the others when the last administrator is gone. Held here, as two who demote each
-- other at the same moment, or one list of ids to delete, get past any check in the CMS.
CREATE OR REPLACE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM former WHERE role = 'administrator') THEN RETURN NULL; END IF;
  -- Whoever comes second sees what the first has committed.
  PERFORM pg_advisory_xact_lock(2026112802);
  IF NOT EXISTS (SELECT FROM users WHERE role = 'administrator') THEN
    RAISE EXCEPTION 'There must be an administrator' USING ERRCODE = 'AK001';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER keep_an_administrator_on_update AFTER UPDATE ON users
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION keep_an_administrator();
CREATE OR REPLACE TRIGGER keep_an_administrator_on_delete AFTER DELETE ON users
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION keep_an_administrator();
