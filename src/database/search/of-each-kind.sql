-- Each kind has its own partition, so that a query can stop as soon as it has enough of that kind. Indexes are forced: with
-- a LIMIT the planner prefers to scan the table until it has met enough rows.

-- Up to `most` entries of each kind that match any of `wanted`. Many small queries are much faster than one long one.
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

-- The same, in title and line only.
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

-- Those whose titles begin with `written`, in alphabetical order.
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
