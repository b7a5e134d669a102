-- The second step of a search: everything that matches, up to the number that is counted for each kind.

-- asked: from search.terms; returned with the words for typing errors, if those were looked for.
-- counts: { kind: number }. is_near: whether only typing errors found anything.
CREATE OR REPLACE FUNCTION search.hits(
  INOUT asked search.query, kinds text[], OUT hits search.key[], OUT counts jsonb, OUT is_near boolean
) LANGUAGE plpgsql STABLE AS $$
DECLARE
  -- Counting ends at this many of a kind.
  counted constant int := 500;
  -- Typing errors are looked for if no more than this was found without.
  few constant int := 4;
  -- A query that stands for more words than this is expensive.
  costly constant int := 40;
  full_kinds text[] := '{}';
  pinned search.key[];
  without_errors int;
BEGIN
  -- If the words as typed reach the limit, the words they stand for need no counting.
  IF cardinality(asked.words) > costly THEN
    hits := ARRAY(SELECT search.matches(kinds,
      ARRAY[search.all_of(ARRAY(SELECT spelling FROM unnest(asked.terms)))],
      ARRAY[search.all_of(ARRAY(SELECT in_texts FROM unnest(asked.terms)))], counted));
    full_kinds := ARRAY(SELECT kind FROM unnest(hits) GROUP BY kind HAVING count(*) >= counted);
  END IF;
  hits := ARRAY(
    SELECT hit FROM unnest(hits) AS hit WHERE (hit).kind = ANY (full_kinds)
    UNION ALL
    SELECT search.matches(ARRAY(SELECT unnest(kinds) EXCEPT SELECT unnest(full_kinds)), asked.heads, asked.texts, counted));
  pinned := ARRAY(
    SELECT (e.kind, e.collection, e.id, e.part)::search.key
    FROM unnest((asked.pins).collections, (asked.pins).ids) AS pin (collection, id)
    JOIN search.entries e ON e.collection = pin.collection AND e.id = pin.id AND e.part = ''
    WHERE e.kind = ANY (kinds));
  without_errors := cardinality(hits || pinned);
  IF without_errors <= few THEN
    asked := search.with_typing_errors(asked);
    IF asked.near <> '{}' THEN
      hits := ARRAY(SELECT unnest(hits) UNION SELECT search.matches(kinds, asked.near, asked.near, counted));
    END IF;
  END IF;
  hits := hits || ARRAY(SELECT pin FROM unnest(pinned) AS pin WHERE pin <> ALL (hits));
  is_near := without_errors = 0 AND hits <> '{}';
  SELECT coalesce(jsonb_object_agg(kind, least(n, counted)), '{}') INTO counts
  FROM (SELECT kind, count(*) AS n FROM unnest(hits) GROUP BY kind) AS counting;
END $$;

-- Entries of these kinds that match any of `heads` in title or line, or any of `texts` anywhere. (Compared as text:
-- PostgreSQL calls two queries equal that differ only in `:*`.)
CREATE OR REPLACE FUNCTION search.matches(kinds text[], heads tsquery[], texts tsquery[], most int) RETURNS SETOF search.key
LANGUAGE plpgsql STABLE ROWS 300 AS $$
BEGIN
  IF heads::text = texts::text THEN
    RETURN QUERY SELECT * FROM search.in_words(kinds, texts, most);
  ELSE
    RETURN QUERY SELECT * FROM search.in_head(kinds, heads, most)
      UNION SELECT * FROM search.in_words(search.with_texts(kinds), texts, most);
  END IF;
END $$;

-- Those of the kinds that have texts (of a press contact: the subjects); leaders have none.
CREATE OR REPLACE FUNCTION search.with_texts(kinds text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_remove(kinds, 'leader')
$$;
