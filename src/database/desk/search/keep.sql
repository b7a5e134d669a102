-- How desk.entries is kept up to date: triggers on documents and their versions note what a transaction touches, and at commit
-- just that is read again.

-- Notes what a statement changed. Arguments: the kind, and the column with the number of the document.
CREATE OR REPLACE FUNCTION desk.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO desk.touched (kind, document) SELECT DISTINCT %L, %I FROM changed WHERE %2$I IS NOT NULL
                  ON CONFLICT DO NOTHING', TG_ARGV[0], TG_ARGV[1]);
  RETURN NULL;
END $$;

-- Puts the triggers on all documents and versions: Payload writes such a row in each save. The set-up calls it each time, so a new
-- collection is watched by being there.
CREATE OR REPLACE FUNCTION desk.watch() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  watched record;
  change record;
BEGIN
  FOR watched IN
    SELECT kind AS name, kind, 'id' AS id_column FROM desk.kinds()
    UNION ALL
    SELECT versions, kind, 'parent_id' FROM desk.kinds() WHERE versions IS NOT NULL AND NOT is_global
  LOOP
    FOR change IN
      SELECT * FROM (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS changes (event, rows)
    LOOP
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER %I AFTER %s ON %s REFERENCING %s TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION desk.touch(%L, %L)',
        'desk_touched_' || lower(change.event), change.event, watched.name::regclass, change.rows, watched.kind, watched.id_column);
    END LOOP;
  END LOOP;
  -- Such a trigger cannot be replaced.
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'desk.touched'::regclass AND tgname = 'refresh_touched') THEN
    CREATE CONSTRAINT TRIGGER refresh_touched AFTER INSERT ON desk.touched
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.refresh_touched();
  END IF;
END $$;

-- Reads again what the transaction has touched, when it commits.
CREATE OR REPLACE FUNCTION desk.refresh_touched() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
DECLARE
  what record;
BEGIN
  -- The first call at commit has handled all of them.
  IF NOT EXISTS (SELECT FROM desk.touched AS t
                 WHERE (t.transaction, t.kind, t.document) = (NEW.transaction, NEW.kind, NEW.document)) THEN
    RETURN NULL;
  END IF;
  FOR what IN
    WITH done AS (DELETE FROM desk.touched WHERE transaction = NEW.transaction RETURNING kind, document)
    SELECT kind, array_agg(document) AS ids FROM done GROUP BY kind ORDER BY kind
  LOOP
    BEGIN
      PERFORM desk.refresh(what.kind, what.ids);
    EXCEPTION WHEN OTHERS THEN
      -- Search must never make a save fail. What cannot be read is taken out, so that nothing outdated is found.
      RAISE WARNING 'desk: % % could not be read: %', what.kind, what.ids, SQLERRM;
      DELETE FROM desk.entries e WHERE e.kind = what.kind AND e.document = ANY (what.ids);
    END;
  END LOOP;
  RETURN NULL;
END $$;

-- Reads documents of a kind again. One caller at a time, as search.refresh: the second of two changes sees the first.
CREATE OR REPLACE FUNCTION desk.refresh(wanted text, ids int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  has_drafts constant boolean := EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = to_regclass(wanted) AND attname = '_status');
BEGIN
  PERFORM pg_advisory_xact_lock(20261122, 10);
  DELETE FROM desk.entries WHERE kind = wanted AND document = ANY (ids);
  EXECUTE format('
    WITH documents AS MATERIALIZED (' || CASE WHEN has_drafts THEN '
      SELECT d.id, CASE
          WHEN d._status = ''published'' THEN CASE WHEN v.version__status = ''draft'' THEN ''changed'' ELSE ''published'' END
          WHEN EXISTS (SELECT FROM %3$I w WHERE w.parent_id = d.id AND w.version__status = ''published'') THEN ''unpublished''
          ELSE ''draft'' END AS status,
        v.id AS version, greatest(d.updated_at, v.updated_at) AS changed_at
      FROM %2$I d LEFT JOIN LATERAL (
        SELECT * FROM %3$I WHERE parent_id = d.id AND latest ORDER BY created_at DESC, id DESC LIMIT 1) v ON true'
    ELSE '
      SELECT d.id, NULL::text AS status, NULL::int AS version, d.updated_at AS changed_at FROM %2$I d' END || '
      WHERE d.id = ANY ($1)
    ), own AS (
      SELECT * FROM desk.%4$I(ARRAY(
        SELECT id FROM documents WHERE version IS NULL OR status IN (''published'', ''changed'')))
    ), versions AS (' || CASE WHEN has_drafts THEN '
      SELECT * FROM desk.%5$I(ARRAY(SELECT version FROM documents WHERE status <> ''published'' AND version IS NOT NULL))'
    ELSE '
      SELECT * FROM own WHERE false' END || '
    ), texts AS (
      SELECT d.id, d.status, d.changed_at, coalesce(v.title, own.title, '''') AS title, coalesce(v.body, own.body, '''') AS newest,
             CASE WHEN v.id IS NULL OR own.id IS NULL THEN ''''
                  ELSE concat_ws(E''\n'', nullif(nullif(own.title, v.title), ''''), nullif(own.body, v.body)) END AS shown
      FROM documents d LEFT JOIN own ON own.id = d.id LEFT JOIN versions v ON v.id = d.version
    ), written AS (
      INSERT INTO desk.entries (kind, document, status, title, newest, shown, folded, names, words, changed_at)
      SELECT %1$L, id, status, title, newest, shown, search.fold(title), array_to_tsvector(search.words(title)),
             array_to_tsvector(search.words(everything) || desk.numbers(everything)), changed_at
      FROM texts, concat_ws(E''\n'', title, newest, shown) AS everything
      RETURNING words
    )
    INSERT INTO desk.vocabulary (word, stem)
    SELECT word, search.stem(word) FROM (SELECT DISTINCT unnest(tsvector_to_array(words)) AS word FROM written) AS used
    ON CONFLICT DO NOTHING', wanted, wanted, '_' || wanted || '_v', 'read_' || wanted, 'read__' || wanted || '_v')
  USING ids;
END $$;

-- Reads everything again while the site is in use: a thousand documents at a time, with no lock held in between.
CREATE OR REPLACE PROCEDURE desk.rebuild() LANGUAGE plpgsql AS $$
DECLARE
  wanted text;
  ids int[];
  last int;
BEGIN
  DELETE FROM desk.entries WHERE kind NOT IN (SELECT kinds.kind FROM desk.kinds());
  FOR wanted IN SELECT kind FROM desk.kinds() LOOP
    last := 0;
    LOOP
      EXECUTE format('SELECT array_agg(id) FROM (
          SELECT id FROM %I WHERE id > $1 UNION SELECT document FROM desk.entries WHERE kind = $2 AND document > $1
          ORDER BY 1 LIMIT 1000) AS next (id)', wanted) INTO ids USING last, wanted;
      EXIT WHEN ids IS NULL;
      PERFORM desk.refresh(wanted, ids);
      last := ids[cardinality(ids)];
      COMMIT;
    END LOOP;
  END LOOP;
  -- Words that nothing has any more.
  PERFORM pg_advisory_xact_lock(20261122, 10);
  DELETE FROM desk.vocabulary v
  WHERE NOT EXISTS (SELECT FROM ts_stat('SELECT words FROM desk.entries') AS used WHERE used.word COLLATE "C" = v.word);
  COMMIT;
  EXECUTE format('COMMENT ON SCHEMA desk IS %L', obj_description('search'::regnamespace, 'pg_namespace'));
END $$;

-- Does so if other functions than these have read it. The set-up calls it at each start.
CREATE OR REPLACE PROCEDURE desk.rebuild_outdated() LANGUAGE plpgsql AS $$
BEGIN
  IF obj_description('desk'::regnamespace, 'pg_namespace') IS DISTINCT FROM obj_description('search'::regnamespace, 'pg_namespace') THEN
    CALL desk.rebuild();
  END IF;
END $$;
