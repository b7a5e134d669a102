-- What editors find: drafts too, whatever the collection.

-- The words that one of a query stands for besides those that begin with it: its inflections, and longer ones with it inside. For a
-- number: those of phones that contain it.
CREATE OR REPLACE FUNCTION desk.other_words(folded text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    (SELECT word FROM desk.vocabulary WHERE stem = search.stem(folded) AND folded !~ '^\d+$')
    UNION
    (SELECT word FROM desk.vocabulary
     WHERE length(folded) >= CASE WHEN folded ~ '^\d+$' THEN 4 ELSE 3 END AND word LIKE '%' || folded || '%'
       AND NOT starts_with(word, folded) AND (folded !~ '^\d+$' OR word ~ '^\d{8,}$')
     ORDER BY length(word), word LIMIT 500))
$$;

-- What has each word of a reading: `[{"folded", "plain"}]`. One letter or digit begins too many words.
CREATE OR REPLACE FUNCTION desk.reading(terms jsonb) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT search.all_of(array_agg(search.either(
    search.any_of(ARRAY[folded, plain, national], CASE WHEN length(plain) > 1 THEN ':*' ELSE '' END),
    search.any_of(desk.other_words(folded) || desk.other_words(national), ''))))
  FROM jsonb_to_recordset(terms) AS term (folded text, plain text),
       -- Without the code of the country, as most texts have it.
       regexp_replace(folded, '^45(?=\d{8}$)', '') AS national
$$;

-- Answers a query: { counts: { kind: number }, hits: [entry] }, the best first. readings: how the query may be read, as `readingsOf` in
-- src/domain/text/desk-search.ts makes them. kinds: what may be found; only: of some kinds just these documents; wanted: the kind
-- to show, or NULL for all.
CREATE OR REPLACE FUNCTION desk.find(
  readings jsonb, written text, kinds text[], only_ids jsonb, wanted text, skip int, most int
) RETURNS jsonb LANGUAGE plpgsql STABLE SET enable_seqscan = off SET jit = off AS $$
DECLARE
  asked tsquery;
  reading jsonb;
  result jsonb;
BEGIN
  FOR reading IN SELECT * FROM jsonb_array_elements(readings) LOOP
    asked := search.either(asked, desk.reading(reading));
  END LOOP;
  WITH found AS MATERIALIZED (
    SELECT kind, document, changed_at,
           CASE WHEN folded = written THEN 0 WHEN starts_with(folded, written) THEN 1 WHEN names @@ asked THEN 2 ELSE 3 END
             -- They lead to what one looks for, rather than being it.
             + CASE WHEN kind IN ('redirects', 'search_words') THEN 2 ELSE 0 END AS step
    FROM desk.entries
    WHERE words @@ asked AND kind = ANY (kinds) AND (NOT only_ids ? kind OR only_ids -> kind @> to_jsonb(document))
  ), best AS (
    SELECT *, row_number() OVER (ORDER BY step, changed_at DESC NULLS LAST, kind, document) AS place FROM found
    WHERE wanted IS NULL OR kind = wanted
    ORDER BY place OFFSET skip LIMIT most
  )
  SELECT jsonb_build_object(
    'counts', (SELECT coalesce(jsonb_object_agg(kind, n), '{}') FROM (SELECT kind, count(*) AS n FROM found GROUP BY kind) AS counts),
    'hits', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'kind', e.kind, 'document', e.document, 'status', e.status, 'title', e.title,
        'newest', left(e.newest, 100000), 'shown', left(e.shown, 100000)) ORDER BY place), '[]')
      FROM best JOIN desk.entries e USING (kind, document)))
  INTO result;
  RETURN result;
END $$;

-- The page that is not published and would stand at an address; NULL if none would.
CREATE OR REPLACE FUNCTION desk.page_to_be(path text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT min(p.id) FROM pages p LEFT JOIN _pages_v v ON v.parent_id = p.id AND v.latest
  WHERE p._status IS DISTINCT FROM 'published'
    AND coalesce(v.version_slug, p.slug) = coalesce(nullif(regexp_replace(path, '^.*/', ''), ''), 'forside')
    AND desk_path(p.id) = path
$$;
