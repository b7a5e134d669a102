-- How search.entries is kept up to date: the triggers on content note what a transaction touches, and at commit just that
-- is read again.

-- Notes in search.touched what must be read again after the documents `ids` of a collection have changed.
CREATE OR REPLACE FUNCTION search.touch(changed text, ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CASE changed
  WHEN 'people' THEN
    INSERT INTO search.touched (collection, id)
    SELECT DISTINCT 'departments', _parent_id FROM departments_appointments WHERE person_id = ANY(ids::int[])
    ON CONFLICT DO NOTHING;
  WHEN 'departments' THEN
    -- Departments below it may now be shown on another page.
    INSERT INTO search.touched (collection, id)
    SELECT 'departments', search.departments_below(ids::int[]) ON CONFLICT DO NOTHING;
  WHEN 'press-contacts', 'contact-boxes', 'aktindsigt-guidance', 'grundfortaelling', 'pejlemaerker', 'pages', 'footer' THEN
    INSERT INTO search.touched (collection, id) SELECT changed, unnest(ids::int[]) ON CONFLICT DO NOTHING;
    IF changed IN ('pages', 'contact-boxes') THEN
      -- The departments that are found as one of these, or were.
      INSERT INTO search.touched (collection, id)
      SELECT 'departments', d.id FROM departments d WHERE d.name IN (
        SELECT title FROM search.entries WHERE collection = changed AND id = ANY(ids::int[])
        UNION ALL SELECT title FROM pages WHERE changed = 'pages' AND id = ANY(ids::int[])
        UNION ALL SELECT name FROM contact_boxes WHERE changed = 'contact-boxes' AND id = ANY(ids::int[]))
      ON CONFLICT DO NOTHING;
    END IF;
    IF changed = 'pages' THEN
      -- The first page with the form for a deadline may be another one now.
      INSERT INTO search.touched (collection, id)
      SELECT DISTINCT 'pages', _parent_id FROM pages_blocks_aktindsigt_deadline ON CONFLICT DO NOTHING;
      -- The departments that are found on these pages, and those that may be from now on.
      INSERT INTO search.touched (collection, id)
      SELECT 'departments', id FROM search.entries WHERE collection = 'departments' AND page = ANY(ids::int[])
      UNION
      SELECT 'departments', search.departments_below(ARRAY(
        SELECT department_id FROM pages_blocks_department
        WHERE _parent_id = ANY(ids::int[]) AND department_id IS NOT NULL))
      ON CONFLICT DO NOTHING;
    END IF;
  ELSE
  END CASE;
END $$;

-- These departments, also if they are gone, and all below them.
CREATE OR REPLACE FUNCTION search.departments_below(ids int[]) RETURNS SETOF int LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT id FROM unnest(ids) AS id
    UNION SELECT d.id FROM below JOIN departments d ON d.parent_id = below.id
  )
  SELECT id FROM below
$$;

-- Reads again what the transaction has touched, when it commits.
CREATE OR REPLACE FUNCTION search.refresh_touched() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
DECLARE
  what record;
BEGIN
  -- The first call at commit has handled all of them.
  IF NOT EXISTS (SELECT FROM search.touched AS t
                 WHERE (t.transaction, t.collection, t.id) = (NEW.transaction, NEW.collection, NEW.id)) THEN
    RETURN NULL;
  END IF;
  FOR what IN
    WITH done AS (DELETE FROM search.touched WHERE transaction = NEW.transaction RETURNING collection, id)
    SELECT collection, array_agg(id) AS ids FROM done GROUP BY collection
  LOOP
    BEGIN
      PERFORM search.refresh(what.collection, what.ids);
    EXCEPTION WHEN OTHERS THEN
      -- Search must never make a save fail. What cannot be read is taken out, so that nothing outdated is found.
      RAISE WARNING 'search: % % could not be read: %', what.collection, what.ids, SQLERRM;
      DELETE FROM search.entries e WHERE e.collection = what.collection AND e.id = ANY(what.ids);
    END;
  END LOOP;
  RETURN NULL;
END $$;

-- Reads documents again and writes what has changed. One caller at a time: the second of two changes sees the first.
CREATE OR REPLACE FUNCTION search.refresh(wanted text, ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(20261122, 10);
  WITH fresh AS MATERIALIZED (
    SELECT * FROM search.source(wanted, ids) AS s WHERE s.title <> ''
  ), gone AS (
    DELETE FROM search.entries e
    WHERE e.collection = wanted AND e.id = ANY(ids)
      AND NOT EXISTS (SELECT FROM fresh WHERE fresh.id = e.id AND fresh.part = e.part)
  ), changed AS (
    SELECT fresh.* FROM fresh
    LEFT JOIN search.entries e
      ON e.collection = wanted AND e.id = ANY(ids) AND e.id = fresh.id AND e.part = fresh.part
    WHERE (e.title, e.line, e.body, e.phones, e.email, e.slug, e.acting, e.page, e.position) IS DISTINCT FROM
      (fresh.title, fresh.line, fresh.body, fresh.phones, fresh.email, fresh.slug, fresh.acting, fresh.page,
       coalesce(fresh.position, ''))
  ), written AS (
    INSERT INTO search.entries
      (collection, id, part, kind, title, line, body, phones, email, slug, acting, page, position)
    SELECT wanted, id, part, kind, title, coalesce(line, ''), coalesce(body, ''), phones, email, slug, acting, page,
           coalesce(position, '')
    FROM changed
    ON CONFLICT (collection, id, part, kind) DO UPDATE SET
      title = excluded.title, line = excluded.line, body = excluded.body, phones = excluded.phones,
      email = excluded.email, slug = excluded.slug, acting = excluded.acting, page = excluded.page,
      position = excluded.position
    RETURNING words, search.joined(title) AS joined
  )
  INSERT INTO search.vocabulary (word)
  SELECT DISTINCT word FROM written, unnest(tsvector_to_array(words)) AS word
  WHERE word <> ALL (joined)
  ON CONFLICT DO NOTHING;
END $$;
