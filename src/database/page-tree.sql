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
