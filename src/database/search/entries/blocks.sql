-- Writes search.page_texts(ids): every text and rich text of the blocks of pages, in order. It leaves out URLs, names of headings, editors'
-- names for blocks, what they must confirm and Payload's own columns; what unfolds, which is found by itself; and links to other pages
-- of the site: those are found, not what lists them. The set-up calls it each time, so a new block is searched without more work.
CREATE OR REPLACE FUNCTION search.read_blocks() RETURNS void LANGUAGE plpgsql AS $outer$
DECLARE
  arms text;
BEGIN
  WITH RECURSIVE tables AS (
    SELECT t.oid, format('%s AS t1', t.oid::regclass) AS source, 1 AS depth
    FROM pg_class t
    JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid = 'pages'::regclass
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] AND a.attname = '_parent_id'
    WHERE t.relname LIKE 'pages\_%'
    UNION ALL
    SELECT c.conrelid, format('%s JOIN %s AS t%s ON t%3$s._parent_id = t%4$s.id',
                              source, c.conrelid::regclass, depth + 1, depth), depth + 1
    FROM tables
    JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = tables.oid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.attname = '_parent_id'
  ), arms AS (
    -- What a block says itself comes before its rows.
    SELECT format('SELECT t1._parent_id, t1._order, %s, concat_ws('' '', %s) FROM %s WHERE t1._parent_id = ANY($1)%s',
      CASE WHEN depth > 1 THEN format('t%s._order', depth) ELSE '0' END, string_agg(format(CASE a.atttypid WHEN 'jsonb'::regtype THEN 'search.rich_text(t%s.%I)' ELSE 't%s.%I' END,
                               depth, a.attname), ', ' ORDER BY a.attnum), source,
      CASE WHEN count(*) FILTER (WHERE leads.is_page) > 0
        THEN format(' AND t%s.page_id IS NULL AND coalesce(t%1$s.url, '''') !~ ''^/''', depth) ELSE '' END) AS arm
    FROM tables
    JOIN pg_attribute a ON a.attrelid = tables.oid AND a.attnum > 0 AND NOT a.attisdropped
    CROSS JOIN LATERAL (
      SELECT count(*) = 2 AS is_page FROM pg_attribute WHERE attrelid = tables.oid AND attname IN ('page_id', 'url')
    ) AS leads
    WHERE tables.oid IS DISTINCT FROM to_regclass('pages_blocks_accordion_items') AND a.atttypid IN ('varchar'::regtype, 'text'::regtype, 'jsonb'::regtype)
      AND a.attname NOT IN ('id', 'block_name') AND a.attname !~ '^_|(^|_)(anchor|url|to_confirm)$'
    GROUP BY tables.oid, source, depth
  )
  SELECT string_agg(arm, ' UNION ALL ') INTO arms FROM arms;
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION search.page_texts(ids int[]) RETURNS TABLE (page int, block int, item int, text text)
     LANGUAGE sql STABLE AS %L', arms);
END $outer$;

-- The plain text of a rich text. A mark after a word in bold stands at that word.
CREATE OR REPLACE FUNCTION search.rich_text(jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(regexp_replace(string_agg(text #>> '{}', ' '), ' +([.,:;!?])', '\1', 'g'), '') FROM jsonb_path_query($1, 'strict $.**.text') AS text
$$;
