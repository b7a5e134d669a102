-- What waits for editors, for the first page of the admin.

-- The newest versions that visitors do not see. `collection` is the table; `is_change`: visitors see an older version.
CREATE OR REPLACE FUNCTION desk_drafts()
RETURNS TABLE (collection text, id int, by_name text, saved_at timestamptz, is_change boolean) LANGUAGE plpgsql STABLE AS $$
DECLARE
  parts text;
BEGIN
  SELECT string_agg(
           format('SELECT %1$L, d.id, v.version_updated_by::text, v.updated_at, d._status = ''published''
                   FROM %2$s v JOIN %1$I d ON d.id = v.parent_id WHERE v.latest AND v.version__status = ''draft''',
                  t.collection, t.name),
           ' UNION ALL ')
  INTO parts FROM current_tables() t WHERE t.depth = 0 AND t.is_current = 't0.latest';
  RETURN QUERY EXECUTE parts;
END $$;

-- What an editor must confirm, as it stands in the form or a part of it: in the newest version, if there are any.
CREATE OR REPLACE FUNCTION desk_to_confirm() RETURNS TABLE (collection text, id int, note text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  parts text;
BEGIN
  SELECT string_agg(
           format('SELECT %1$L, %2$s, t%6$s.%3$I::text FROM %4$s WHERE t%6$s.%3$I <> '''' AND %5$s', t.collection, t.id, a.attname,
                  t.from_part, t.is_current, t.depth),
           ' UNION ALL ')
  INTO parts FROM current_tables() t
  JOIN pg_attribute a ON a.attrelid = t.name AND a.attname ~ '(^|_)to_confirm$' AND NOT a.attisdropped
  WHERE (t.is_current = 't0.latest' OR to_regclass('_' || t.collection || '_v') IS NULL
                         OR NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('_' || t.collection || '_v')
                                                                   AND attname = 'latest'));
  RETURN QUERY EXECUTE parts;
END $$;

-- The addresses that were typed as links, where no page or file goes before them.
CREATE OR REPLACE FUNCTION desk_urls(public_only boolean)
RETURNS TABLE (collection text, id int, is_public boolean, url text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  parts text;
BEGIN
  WITH fields AS (
    SELECT t.*, format('t%s.%I', t.depth, a.attname) AS field, a.atttypid = 'jsonb'::regtype AS is_text,
           -- What goes before an address stands beside it.
           (SELECT string_agg(format(' AND t%s.%I IS NULL', t.depth, b.attname), '') FROM pg_attribute b
            WHERE b.attrelid = t.name AND b.attname = ANY (ARRAY[regexp_replace(a.attname, 'url$', 'page_id'),
                                                                 regexp_replace(a.attname, 'url$', 'file_id')])) AS has_neither
    FROM current_tables() t
    JOIN pg_attribute a ON a.attrelid = t.name AND NOT a.attisdropped
      AND (a.atttypid = 'jsonb'::regtype OR a.attname ~ '^(version_)?(\w+_)?url$')
    WHERE t.collection <> 'media' AND NOT (public_only AND t.is_public = 'false')
  )
  SELECT string_agg(
           CASE WHEN f.is_text
             THEN format('SELECT %L, %s, %s, url #>> ''{}'' FROM %s, jsonb_path_query(%s, ''strict $.** ? (exists (@.url) && !(@.linkType == "internal")).url'') AS url WHERE %s AND %s',
                         f.collection, f.id, f.is_public, f.from_part, f.field, has_typed_link(f.field), f.is_current)
             ELSE format('SELECT %L, %s, %s, %s::text FROM %s WHERE %s%s', f.collection, f.id, f.is_public, f.field, f.from_part,
                         f.is_current, f.has_neither) END
           || CASE WHEN public_only THEN ' AND ' || f.is_public ELSE '' END,
           ' UNION ')
  INTO parts FROM fields f;
  RETURN QUERY EXECUTE parts;
END $$;

-- Those that begin with a slash, or with the site's own `host` (in small letters, without `www.`). Redirects refuse what leads nowhere.
CREATE OR REPLACE FUNCTION desk_typed_links(host text)
RETURNS TABLE (collection text, id int, is_public boolean, url text) LANGUAGE sql STABLE AS $$
  SELECT * FROM desk_urls(false) AS typed
  WHERE collection <> 'redirects'
    AND (starts_with(url, '/') OR starts_with(regexp_replace(lower(url), '^https?://(www\.)?', ''), host))
$$;

-- Which of these lead nowhere: `pages` are paths with the query that follows them, in the form of old addresses; `files` names.
CREATE OR REPLACE FUNCTION desk_leading_nowhere(pages text[], files text[]) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT key FROM unnest(pages) AS key
  WHERE page_at(split_part(key, '?', 1)) IS NULL
    AND NOT EXISTS (SELECT FROM redirects WHERE "from" IN (key, split_part(key, '?', 1)))
  UNION ALL
  -- A file that was replaced is found at its former address, which differs in its extension and size.
  SELECT name FROM unnest(files) AS name
  WHERE NOT EXISTS (
    SELECT FROM media WHERE lower(filename) = name
      OR regexp_replace(lower(filename), '\.\w+$', '') = regexp_replace(name, '(-\d+x\d+)?\.\w+$', ''))
$$;
