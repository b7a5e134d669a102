-- The entries of each kind are a table of their own, so that each of these ends as soon as it has enough of a kind. By the
-- indexes only: for a limited number the planner would rather read on until it has met enough.

-- Some entries of each of these kinds that hold any of `wanted`: many small queries, as one long one is far slower.
CREATE OR REPLACE FUNCTION search.in_words(kinds text[], wanted tsquery[], most int) RETURNS SETOF search.key
LANGUAGE sql STABLE ROWS 300
SET enable_seqscan = off SET enable_indexscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
  SELECT * FROM (SELECT kind, collection, id, part FROM search.contacts WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'contact' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.leaders WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'leader' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.departments WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'department' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.boxes WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'box' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.pages WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'page' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.guidance WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'guidance' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.principles WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'principle' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.stories WHERE words @@ ANY (wanted) LIMIT most) AS found
    WHERE 'story' = ANY (kinds)
$$;

-- The same in what one sees of them.
CREATE OR REPLACE FUNCTION search.in_head(kinds text[], wanted tsquery[], most int) RETURNS SETOF search.key
LANGUAGE sql STABLE ROWS 300
SET enable_seqscan = off SET enable_indexscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
  SELECT * FROM (SELECT kind, collection, id, part FROM search.contacts WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'contact' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.leaders WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'leader' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.departments WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'department' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.boxes WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'box' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.pages WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'page' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.guidance WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'guidance' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.principles WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'principle' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.stories WHERE head @@ ANY (wanted) LIMIT most) AS found
    WHERE 'story' = ANY (kinds)
$$;

-- Those whose titles begin so, in the order of the alphabet.
CREATE OR REPLACE FUNCTION search.by_title(kinds text[], written text, most int) RETURNS SETOF search.key
LANGUAGE sql STABLE ROWS 300
SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
  SELECT * FROM (SELECT kind, collection, id, part FROM search.contacts WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'contact' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.leaders WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'leader' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.departments WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'department' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.boxes WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'box' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.pages WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'page' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.guidance WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'guidance' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.principles WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'principle' = ANY (kinds)
  UNION ALL SELECT * FROM (SELECT kind, collection, id, part FROM search.stories WHERE folded >= written COLLATE "C"
    AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most) AS titled WHERE 'story' = ANY (kinds)
$$;
