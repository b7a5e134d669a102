-- Where a page stands, and what a move leaves behind, at the cost of the page and what lies below it. Addresses are made
-- as `Tree.path` in src/domain/tree/tree.ts makes them; tests/int/pages/tree.test.ts compares the two.

-- The address of a page, NULL if there is none with this id. A draft above it adds its part; a circle is cut.
CREATE OR REPLACE FUNCTION page_path(page int) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above AS (
    SELECT id, parent_id, slug, 0 AS height FROM pages WHERE id = page
    UNION ALL
    SELECT up.id, up.parent_id, up.slug, height + 1 FROM above JOIN pages up ON up.id = above.parent_id
  ) CYCLE id SET is_circle USING way
  SELECT '/' || coalesce(string_agg(slug, '/' ORDER BY height DESC)
                         FILTER (WHERE slug <> '' AND (parent_id IS NOT NULL OR slug <> 'forside')), '')
  FROM above WHERE NOT is_circle HAVING count(*) > 0
$$;

-- The published page at an address, NULL if none stands there. The same one as visitors get where several do.
CREATE OR REPLACE FUNCTION page_at(path text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT min(id) FROM pages
  WHERE slug = coalesce(nullif(regexp_replace(path, '^.*/', ''), ''), 'forside')
    AND _status = 'published' AND page_path(id) = path
$$;

-- Whether a row of a tree, `pages` or `departments`, is another row or stands above it.
CREATE OR REPLACE FUNCTION stands_above(tree regclass, upper int, lower int) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  found boolean;
BEGIN
  -- UNION leaves out what was there before, so a circle comes to an end.
  EXECUTE format(
    'WITH RECURSIVE above AS (
       SELECT id, parent_id FROM %1$s WHERE id = $1
       UNION SELECT up.id, up.parent_id FROM above JOIN %1$s AS up ON up.id = above.parent_id)
     SELECT EXISTS (SELECT FROM above WHERE id = $2)', tree) INTO found USING lower, upper;
  RETURN found;
END $$;

-- Where a page stands before it gets this slug and parent; no row if it has them. From here on a move waits for the saves
-- that have begun, and what comes after waits for the move: two moves at once could make a circle, or leave a redirect to
-- the same address each; and the save of a page below needs the rows that a move holds, in the other order.
CREATE OR REPLACE FUNCTION before_move(page int, new_slug text, new_parent int)
RETURNS TABLE (path text, is_published boolean) LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pages WHERE id = page AND (slug, parent_id) IS DISTINCT FROM (new_slug, new_parent)) THEN
    PERFORM pg_advisory_xact_lock(20261122, 12);
    RETURN QUERY SELECT page_path(id), _status = 'published' FROM pages WHERE id = page;
  ELSE
    PERFORM pg_advisory_xact_lock_shared(20261122, 12);
  END IF;
END $$;

-- Leaves a redirect at the old address of a page that has moved and of every published page below it.
-- was_published: the page itself before the move. reserved: first parts of addresses of the system, which were never a
-- page's.
CREATE OR REPLACE FUNCTION leave_redirects(moved int, old_path text, was_published boolean, reserved text[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  new_path constant text := page_path(moved);
BEGIN
  IF new_path = old_path THEN RETURN; END IF;
  WITH RECURSIVE below AS (
    SELECT id, _status = 'published' AND was_published AS is_shown, '' AS rest FROM pages WHERE id = moved
    UNION ALL
    SELECT p.id, p._status = 'published', below.rest || coalesce('/' || nullif(p.slug, ''), '')
    FROM below JOIN pages p ON p.parent_id = below.id
  ) CYCLE id SET is_circle USING way,
  addresses AS MATERIALIZED (
    -- The front page, at `/`, adds nothing to the addresses below it.
    SELECT id, coalesce(nullif(rtrim(old_path, '/') || rest, ''), '/') AS old,
               coalesce(nullif(rtrim(new_path, '/') || rest, ''), '/') AS new
    FROM below WHERE is_shown AND NOT is_circle
  ), taken AS (
    -- Where a page stands now nothing leads away.
    DELETE FROM redirects USING addresses WHERE "from" = new
  )
  INSERT INTO redirects ("from", page_id)
  SELECT DISTINCT ON (old) old, id FROM addresses
  -- `/` belongs to the next front page.
  WHERE old <> '/' AND split_part(old, '/', 2) <> ALL (reserved) AND old NOT IN (SELECT new FROM addresses)
  ORDER BY old, id
  ON CONFLICT ("from") DO UPDATE SET page_id = excluded.page_id, url = NULL, created_at = now(), updated_at = now();
END $$;

-- A page that is withdrawn may get another address before it is shown again: where it was seen last is kept until then.
CREATE OR REPLACE FUNCTION note_left_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changes.left_addresses (page, address) VALUES (OLD.id, page_path(OLD.id))
  ON CONFLICT (page) DO UPDATE SET address = excluded.address;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER page_is_withdrawn BEFORE UPDATE OF _status ON pages
  FOR EACH ROW WHEN (OLD._status = 'published' AND NEW._status IS DISTINCT FROM OLD._status)
  EXECUTE FUNCTION note_left_address();

-- A page that comes to be shown takes its address from a redirect, and leaves one where it was seen last.
CREATE OR REPLACE FUNCTION take_address() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  here constant text := page_path(NEW.id);
  former text;
BEGIN
  DELETE FROM redirects WHERE "from" = here;
  DELETE FROM changes.left_addresses WHERE page = NEW.id RETURNING address INTO former;
  -- `/` belongs to the next front page.
  IF former NOT IN (here, '/') AND page_at(former) IS NULL THEN
    -- What an editor has led elsewhere meanwhile stays.
    INSERT INTO redirects ("from", page_id) VALUES (former, NEW.id) ON CONFLICT ("from") DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER page_is_made_public AFTER INSERT ON pages
  FOR EACH ROW WHEN (NEW._status = 'published') EXECUTE FUNCTION take_address();
CREATE OR REPLACE TRIGGER page_is_shown AFTER UPDATE OF _status ON pages
  FOR EACH ROW WHEN (NEW._status = 'published' AND OLD._status IS DISTINCT FROM NEW._status)
  EXECUTE FUNCTION take_address();
