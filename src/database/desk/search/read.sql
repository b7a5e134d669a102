-- The texts of documents, as editors search them.

-- The tables of collections and globals, and of their versions where there are any.
CREATE OR REPLACE FUNCTION desk.kinds() RETURNS TABLE (kind text, versions text, is_global boolean) LANGUAGE sql STABLE AS $$
  SELECT t.relname::text, to_regclass(format('_%s_v', t.relname))::text, NOT a.attnotnull
  FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'updated_at'
  WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname !~ '^(payload)?_'
  ORDER BY 1
$$;

-- Writes desk.read_<table>(ids) for each table of documents, or of their versions: the title, and each other text with what belongs
-- to it, one a line. Left out are Payload's own columns and who saved it; of accounts only names and addresses are read. The set-up
-- calls it each time, so a new field is searched by its column.
CREATE OR REPLACE FUNCTION desk.write_readers() RETURNS void LANGUAGE plpgsql AS $outer$
DECLARE
  former text;
  reader record;
BEGIN
  SELECT string_agg(oid::regprocedure::text, ', ') INTO former FROM pg_proc
  WHERE pronamespace = 'desk'::regnamespace AND proname LIKE 'read\_%';
  IF former IS NOT NULL THEN EXECUTE 'DROP FUNCTION ' || former; END IF;
  FOR reader IN
    WITH texts AS (
      SELECT CASE WHEN t.is_version THEN k.versions ELSE k.kind END AS root, t.name, t.joined, t.depth, a.attnum,
             format('t%s.%I', t.depth, a.attname) AS place, a.atttypid = 'jsonb'::regtype AS is_rich,
             EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.name AND attname = '_order') AS is_ordered,
             -- The first of these that there is. A global is called by its label.
             CASE WHEN t.depth = 0 AND NOT k.is_global THEN
               array_position(ARRAY['name', 'title', 'filename', 'from', 'reason'], field) END AS title
      FROM desk.kinds() k
      CROSS JOIN LATERAL bin.tables_of(k.kind::regclass) t
      JOIN pg_attribute a ON a.attrelid = t.name AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid IN ('varchar'::regtype, 'text'::regtype, 'jsonb'::regtype)
      CROSS JOIN LATERAL regexp_replace(a.attname, CASE WHEN t.depth = 0 AND t.is_version THEN '^version_' ELSE '^$' END, '') AS field
      WHERE field !~ '^(id|path|anchor|mime_type|updated_by)$|^_|^sizes_|u_r_l$'
        AND (field <> 'url' OR k.kind <> 'media')
        AND (k.kind <> 'users' OR (t.depth = 0 AND field IN ('name', 'email')))
    ), titles AS (
      SELECT DISTINCT ON (root) root, attnum, place FROM texts WHERE title IS NOT NULL ORDER BY root, title
    ), arms AS (
      SELECT texts.root, format('SELECT t0.id, %s, %s, %s, concat_ws(E''\n'', %s) FROM %s WHERE t0.id = ANY (ids)',
        CASE WHEN depth = 0 THEN coalesce(min(titles.place) || '::text', '''''') ELSE 'NULL' END,
        CASE WHEN depth > 0 AND is_ordered THEN 't1._order' ELSE '-1' END,
        -- What a block says itself comes before its rows.
        CASE WHEN depth > 1 AND is_ordered THEN format('t%s._order', depth) ELSE '-1' END,
        coalesce(string_agg(
          CASE WHEN is_rich THEN format('desk.rich_text(%s)', texts.place) ELSE format('nullif(%s, '''')', texts.place) END,
          ', ' ORDER BY texts.attnum) FILTER (WHERE titles.place IS DISTINCT FROM texts.place OR depth > 0), 'NULL'),
        joined) AS arm
      FROM texts LEFT JOIN titles ON titles.root = texts.root
      GROUP BY texts.root, texts.name, joined, depth, is_ordered
    )
    SELECT root, string_agg(arm, ' UNION ALL ') AS arms FROM arms GROUP BY root
  LOOP
    EXECUTE format(
      'CREATE FUNCTION desk.%I(ids int[]) RETURNS TABLE (id int, title text, body text) LANGUAGE plpgsql STABLE AS %L',
      'read_' || reader.root, format(
        '#variable_conflict use_column
         BEGIN RETURN QUERY
           SELECT id, coalesce(max(title), ''''), coalesce(string_agg(nullif(body, ''''), E''\n'' ORDER BY block, item, body), '''')
           FROM (%s) AS texts (id, title, block, item, body) GROUP BY id;
         END', reader.arms));
  END LOOP;
END $outer$;

-- What is written in a rich text, and the addresses that it links to; NULL if nothing is.
CREATE OR REPLACE FUNCTION desk.rich_text(body jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(concat_ws(E'\n', nullif(search.rich_text(body), ''), (
    SELECT string_agg(url #>> '{}', E'\n') FROM jsonb_path_query(body, 'strict $.**.url') AS url
    WHERE jsonb_typeof(url) = 'string' AND url #>> '{}' NOT IN ('', 'https://'))), '')
$$;

-- The numbers in a text that may be those of phones, however they are spaced.
CREATE OR REPLACE FUNCTION desk.numbers(body text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT left(number, 60) FROM unnest(search.numbers(ARRAY(
    SELECT match[1] FROM regexp_matches(body, '(\d(?:[\s.()/-]{0,2}\d){7,})', 'g') AS match))) AS number)
$$;
