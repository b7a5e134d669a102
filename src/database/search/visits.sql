-- search.visits: how many times each page was opened, by day; nothing of who did.

-- Adds to the counts of a day, in one order, so that servers which do so at once wait for each other in turn. What is
-- 30 days old is forgotten.
CREATE OR REPLACE FUNCTION search.count_visits(today date, paths text[], times int[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search.visits WHERE day <= today - 30;
  INSERT INTO search.visits AS known (day, path, times)
  SELECT today, seen.path, seen.times FROM unnest(paths, times) AS seen (path, times) ORDER BY seen.path COLLATE "C"
  ON CONFLICT (day, path) DO UPDATE SET times = known.times + excluded.times;
$$;

-- The pages that were opened most from `since` on.
CREATE OR REPLACE FUNCTION search.most_visited(since date) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT path FROM search.visits WHERE day >= since GROUP BY path ORDER BY sum(times) DESC, path LIMIT 50
$$;
