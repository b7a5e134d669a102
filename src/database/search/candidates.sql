-- The third step of a search: which hits are ranked one by one. All of a kind with few hits. Of a kind with many: those
-- whose titles begin with the query, those with exactly its words, those with them in the title or line, and some others.
CREATE OR REPLACE FUNCTION search.candidates(asked search.query, hits search.key[], kinds text[]) RETURNS search.key[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  -- At most this many of a kind are ranked,
  most constant int := 200;
  -- including this many whose titles begin with the query, and this many with exactly its words.
  most_exact constant int := 60;
  crowded constant text[] := ARRAY(
    SELECT kind FROM unnest(hits) WHERE kind = ANY (kinds) GROUP BY kind HAVING count(*) > most);
  foremost search.key[];
BEGIN
  IF crowded <> '{}' THEN
    foremost := ARRAY(
      SELECT hit FROM (
        SELECT hit, row_number() OVER (PARTITION BY (hit).kind ORDER BY min(step)) AS place FROM (
          SELECT 1 AS step, search.by_title(crowded, asked.written, most_exact) AS hit
          UNION ALL
          SELECT 2, search.in_head(crowded, ARRAY[search.all_of(ARRAY(SELECT exact FROM unnest(asked.terms)))], most_exact)
          -- Not for leaders, nor for one short word: their hits are of this sort already.
          UNION ALL
          SELECT 3, search.in_head(
            CASE WHEN length(asked.terms[1].plain) > 2 OR cardinality(asked.terms) > 1 THEN search.with_texts(crowded) END,
            asked.heads || asked.near, most)
        ) AS found GROUP BY hit
      ) AS placed WHERE place <= most);
  END IF;
  RETURN ARRAY(
    WITH known AS (
      SELECT kind, count(*) AS n FROM unnest(foremost) GROUP BY kind
    ), others AS (
      SELECT hit.*, row_number() OVER (PARTITION BY hit.kind) AS place FROM unnest(hits) AS hit
      LEFT JOIN unnest(foremost) AS first USING (kind, collection, id, part)
      WHERE hit.kind = ANY (kinds) AND first.id IS NULL
    )
    SELECT foremost_hit FROM unnest(foremost) AS foremost_hit
    UNION ALL
    SELECT (kind, collection, other.id, part)::search.key FROM others AS other
    LEFT JOIN known USING (kind)
    LEFT JOIN unnest((asked.pins).collections, (asked.pins).ids) AS pin (pinned, id)
      ON pin.pinned = collection AND pin.id = other.id AND part = ''
    WHERE place <= most - coalesce(n, 0) OR pin.id IS NOT NULL);
END $$;
