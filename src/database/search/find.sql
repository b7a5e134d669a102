-- Answers a query that `queryTerms` in src/domain/fold.ts has split into words: { counts: { kind: number }, near: whether
-- it was found only by allowing typing errors, words: what else was matched besides words that begin as typed,
-- results: [entry] }. typed, plain: see search.terms. within: the kinds to search; kinds: those to show; null for all.
CREATE OR REPLACE FUNCTION search.find(typed text[], plain text[], within text[], kinds text[], skip int, most int)
RETURNS jsonb LANGUAGE plpgsql STABLE SET enable_seqscan = off SET jit = off AS $$
DECLARE
  searched constant text[] := coalesce(within, '{contact,leader,department,box,page,guidance,principle,story}');
  found record;
  candidates search.key[];
  results jsonb;
BEGIN
  IF cardinality(typed) = 0 THEN
    RETURN '{"counts": {}, "near": false, "words": [], "results": []}';
  END IF;
  found := search.hits(search.terms(typed, plain), searched);
  candidates := search.candidates(found.asked, found.hits, coalesce(kinds, searched));
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'kind', kind, 'collection', collection, 'id', id, 'part', part, 'title', title, 'line', line, 'body', left(body, 8000), 'phones', phones,
    'email', email, 'slug', slug, 'acting', acting, 'page', page) ORDER BY place), '[]')
  INTO results
  FROM search.rank(found.asked, candidates, skip, most) JOIN search.entries USING (kind, collection, id, part);
  RETURN jsonb_build_object('counts', found.counts, 'near', found.is_near,
    'words', to_jsonb((found.asked).words), 'results', results);
END $$;
