-- What is to be looked through: pages and contact boxes that visitors see, and the weekly mails about them.

-- What is due on a day. What has no day of its own is due `months` after it was made. `visits`: of the last 30 days, by the
-- address of a page. `place`: the page or department by which one tells whose it is.
CREATE OR REPLACE FUNCTION reviews.due(today date, months int)
RETURNS TABLE (collection text, id int, title text, owner int, owner_name text, due date, visits int, place int)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE documents AS (
    SELECT 'pages' AS collection, id, title::text, owner_id, created_at, id AS place
    FROM pages WHERE _status = 'published'
    UNION ALL
    SELECT 'contact-boxes', id, name::text, owner_id, created_at, department_id
    FROM contact_boxes WHERE _status = 'published'
  ), dated AS (
    SELECT documents.*, coalesce(known.due, ((created_at AT TIME ZONE 'Europe/Copenhagen')::date
                                             + make_interval(months => months))::date) AS due
    FROM documents LEFT JOIN reviews.dates AS known ON (known.collection, known.document) = (documents.collection, documents.id)
  ), waiting AS MATERIALIZED (
    SELECT * FROM dated WHERE dated.due <= today
  ), addresses AS (
    -- As page_path makes them, of all pages at once.
    SELECT id, CASE WHEN slug = 'forside' THEN '' ELSE coalesce('/' || nullif(slug, ''), '') END AS path
    FROM pages WHERE parent_id IS NULL
    UNION ALL
    SELECT p.id, addresses.path || coalesce('/' || nullif(p.slug, ''), '')
    FROM addresses JOIN pages AS p ON p.parent_id = addresses.id
  ), counted AS (
    SELECT path, sum(times)::int AS times FROM search.visits WHERE day > today - 30 GROUP BY path
  )
  SELECT waiting.collection, waiting.id, waiting.title, owners.id, owners.name::text, waiting.due, coalesce(counted.times, 0),
         waiting.place
  FROM waiting
  LEFT JOIN owners ON owners.id = waiting.owner_id
  LEFT JOIN addresses ON waiting.collection = 'pages' AND addresses.id = waiting.id
  LEFT JOIN counted ON counted.path = coalesce(nullif(addresses.path, ''), '/')
$$;

-- Makes the mails of a week, once: one for each owner of what is due, and one (0) for what nobody owns. Those of weeks before that
-- have not gone out never do. Of several servers that ask at once one makes them, and the others wait for it.
CREATE OR REPLACE FUNCTION reviews.open_week(monday date, today date, months int, at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM reviews.weeks WHERE week >= monday) THEN RETURN; END IF;
  INSERT INTO reviews.weeks (week) VALUES (monday) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  DELETE FROM reviews.weeks WHERE week < monday;
  INSERT INTO reviews.mails (week, owner, try_at)
  SELECT DISTINCT monday, coalesce(owner, 0), at FROM reviews.due(today, months);
END $$;

-- Takes a mail that waits, so that no other server sends it; no row if none does.
CREATE OR REPLACE FUNCTION reviews.claim(at timestamptz) RETURNS SETOF reviews.mails LANGUAGE sql AS $$
  UPDATE reviews.mails SET state = 'sending', tries = tries + 1, try_at = at
  WHERE (week, owner) = (SELECT week, owner FROM reviews.mails WHERE state = 'waiting' AND try_at <= at
                         ORDER BY week, owner LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING *
$$;

-- What leaves the bin and is not there again is gone for ever, and is never looked through again.
CREATE OR REPLACE FUNCTION reviews.forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.collection IN ('pages', 'contact-boxes')
     AND NOT bin.has_row(replace(OLD.collection, '-', '_')::regclass, OLD.document::text) THEN
    DELETE FROM reviews.dates WHERE (collection, document) = (OLD.collection, OLD.document);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER review_is_forgotten AFTER DELETE ON bin.documents
  FOR EACH ROW EXECUTE FUNCTION reviews.forget();
