-- search.visits: how often each page was opened, by day, and nothing about who opened it.

-- Adds to the counts of a day, in a fixed order, so that two servers cannot deadlock. After 30 days counts are deleted.
CREATE OR REPLACE FUNCTION search.count_visits(today date, paths text[], times int[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search.visits WHERE day <= today - 30;
  INSERT INTO search.visits AS known (day, path, times)
  SELECT today, seen.path, seen.times FROM unnest(paths, times) AS seen (path, times) ORDER BY seen.path COLLATE "C"
  ON CONFLICT (day, path) DO UPDATE SET times = known.times + excluded.times;
$$;

-- The pages opened most often since `since`.
CREATE OR REPLACE FUNCTION search.most_visited(since date) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT path FROM search.visits WHERE day >= since GROUP BY path ORDER BY sum(times) DESC, path LIMIT 50
$$;
