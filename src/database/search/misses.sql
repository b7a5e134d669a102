-- search.misses: what was searched for and not found, by day. `missedQuery` in src/domain/text/missed-query.ts says what may be
-- stored.

-- Adds to the counts of a day. A day holds at most 1,000 different queries; after 90 days they are deleted.
CREATE OR REPLACE FUNCTION search.count_misses(today date, queries text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  most constant int := 1000;
BEGIN
  -- One caller at a time, so that the limit holds.
  PERFORM pg_advisory_xact_lock(20261122, 11);
  DELETE FROM search.misses WHERE day <= today - 90;
  WITH asked AS (
    SELECT query COLLATE "C" AS query, count(*)::int AS times FROM unnest(queries) AS query GROUP BY 1
  ), known AS (
    UPDATE search.misses AS miss SET times = miss.times + asked.times
    FROM asked WHERE miss.day = today AND miss.query = asked.query RETURNING miss.query
  )
  INSERT INTO search.misses (day, query, times)
  SELECT today, query, times FROM asked WHERE query NOT IN (SELECT query FROM known)
  LIMIT greatest(0, most - (SELECT count(*) FROM search.misses WHERE day = today));
END $$;

-- What was searched for in vain since `since` and has no search word yet, the most frequent first.
CREATE OR REPLACE FUNCTION search.top_misses(since date) RETURNS TABLE (query text, times int) LANGUAGE sql STABLE AS $$
  WITH frequent AS (
    SELECT query, sum(times)::int AS times FROM search.misses WHERE day >= since
    GROUP BY query ORDER BY times DESC, query LIMIT 200
  )
  SELECT query, times FROM frequent WHERE NOT EXISTS (
    SELECT FROM search_words_texts AS word
    WHERE word.path = 'words' AND search.plainest(word.text) = search.plainest(frequent.query) COLLATE "default")
  ORDER BY times DESC, query LIMIT 20
$$;
