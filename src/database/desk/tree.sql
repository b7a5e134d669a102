-- The pages as editors see them: what is public stands where visitors find it, and what is not, where its newest version says.

-- A page with its place; no row if it is not there.
CREATE OR REPLACE FUNCTION desk_page(page int) RETURNS TABLE (
  id int, parent int, slug text, title text, is_public boolean, has_draft boolean, "position" text
) LANGUAGE sql STABLE AS $$
  SELECT p.id,
         CASE WHEN p._status = 'published' OR v.id IS NULL THEN p.parent_id ELSE v.version_parent_id END,
         CASE WHEN p._status = 'published' OR v.id IS NULL THEN p.slug ELSE v.version_slug END::text,
         coalesce(CASE WHEN v.id IS NULL THEN p.title ELSE v.version_title END, '')::text,
         p._status IS NOT DISTINCT FROM 'published',
         p._status IS DISTINCT FROM 'published' OR v.version__status IS NOT DISTINCT FROM 'draft',
         p._order::text
  FROM pages p
  LEFT JOIN LATERAL (
    SELECT * FROM _pages_v WHERE parent_id = p.id AND latest ORDER BY created_at DESC LIMIT 1
  ) v ON true
  WHERE p.id = page
$$;

-- What lies right below pages; 0 stands for the top.
CREATE OR REPLACE FUNCTION desk_below(uppers int[]) RETURNS TABLE (id int, parent int) LANGUAGE sql STABLE AS $$
  SELECT id, coalesce(parent_id, 0) FROM pages
  WHERE (parent_id = ANY (uppers) OR (parent_id IS NULL AND 0 = ANY (uppers)))
    AND (_status = 'published' OR NOT EXISTS (SELECT FROM _pages_v v WHERE v.parent_id = pages.id AND v.latest))
  UNION
  SELECT p.id, coalesce(v.version_parent_id, 0) FROM _pages_v v
  JOIN pages p ON p.id = v.parent_id AND p._status IS DISTINCT FROM 'published'
  WHERE v.latest AND (v.version_parent_id = ANY (uppers) OR (v.version_parent_id IS NULL AND 0 = ANY (uppers)))
$$;

-- A page and what stands above it, the page first. A circle is cut.
CREATE OR REPLACE FUNCTION desk_above(page int) RETURNS TABLE (id int, parent int, slug text, height int)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above AS (
    SELECT own.id, own.parent, own.slug, 0 AS height FROM desk_page(page) AS own
    UNION ALL
    SELECT up.id, up.parent, up.slug, height + 1 FROM above, desk_page(above.parent) AS up
  ) CYCLE id SET is_circle USING way
  SELECT id, parent, slug, height FROM above WHERE NOT is_circle ORDER BY height
$$;

-- The address of a page: where visitors find it, or would, were it published.
CREATE OR REPLACE FUNCTION desk_path(page int) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN (SELECT _status = 'published' FROM pages WHERE id = page) THEN page_path(page) ELSE (
    SELECT '/' || coalesce(string_agg(slug, '/' ORDER BY height DESC)
                           FILTER (WHERE slug <> '' AND (parent IS NOT NULL OR slug <> 'forside')), '')
    FROM desk_above(page) HAVING count(*) > 0
  ) END
$$;

-- How many pages that visitors see lie below one. A circle is cut.
CREATE OR REPLACE FUNCTION published_below(page int) RETURNS int LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT id, 0 AS depth, _status FROM pages WHERE id = page
    UNION ALL
    SELECT p.id, depth + 1, p._status FROM below JOIN pages p ON p.parent_id = below.id
  ) CYCLE id SET is_circle USING way
  SELECT count(*)::int FROM below WHERE depth > 0 AND NOT is_circle AND _status = 'published'
$$;

-- Pages whose title has each of `words`, or whose address has `address` in it; beginnings of titles first.
-- words: in small letters, for LIKE. address: NULL if none is looked for.
CREATE OR REPLACE FUNCTION desk_find_pages(words text[], address text, most int) RETURNS SETOF int
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF address IS NULL THEN
    RETURN QUERY
      SELECT p.id FROM pages p LEFT JOIN _pages_v v ON v.parent_id = p.id AND v.latest
      WHERE lower(coalesce(v.version_title, p.title) || ' ' || coalesce(v.version_slug, p.slug, '')) LIKE ALL (words)
      ORDER BY lower(coalesce(v.version_title, p.title)) NOT LIKE ltrim(words[1], '%'),
               coalesce(v.version_title, p.title) COLLATE "da-x-icu", p.id
      LIMIT most;
  ELSE
    -- Those whose own part fits are asked for the parts above it; an old address leads to its page.
    RETURN QUERY SELECT found.id FROM (
      SELECT fits.id, fits.path FROM (
        SELECT p.id, desk_path(p.id) AS path FROM pages p LEFT JOIN _pages_v v ON v.parent_id = p.id AND v.latest
        WHERE starts_with(p.slug, regexp_replace(address, '^.*/', ''))
           OR starts_with(v.version_slug, regexp_replace(address, '^.*/', ''))
      ) AS fits
      WHERE strpos(fits.path, address) > 0
      UNION ALL
      SELECT page_id, '' FROM redirects WHERE "from" = address AND page_id IS NOT NULL
    ) AS found GROUP BY found.id ORDER BY min(length(found.path)), min(found.path), found.id LIMIT most;
  END IF;
END $$;
