-- The addresses of other sites that visitors are led to: which there are, which are tried when, and which are told of. Times are the
-- database's, which is one for all servers and is not set ahead for trying things out.

-- The host of a web address, in small letters and without `www.`; NULL if it is none.
CREATE OR REPLACE FUNCTION outside.host_of(url text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT substring(lower(url) FROM '^https?://(?:www\.)?([^/?#]+)')
$$;

-- The addresses of other sites in what is public, as they are tried: without the place on the page.
CREATE OR REPLACE FUNCTION outside.in_content(own_host text) RETURNS TABLE (collection text, id int, url text)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT collection, id, split_part(url, '#', 1) FROM desk_urls(true) WHERE outside.host_of(url) <> own_host
$$;

-- Once a day the addresses are looked for in the content. Of servers that ask at the same time, one does it.
CREATE OR REPLACE FUNCTION outside.find(own_host text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outside.rounds SET found_at = now() WHERE found_at < now() - interval '1 day';
  IF NOT FOUND THEN RETURN; END IF;
  WITH found AS MATERIALIZED (
    SELECT DISTINCT url FROM outside.in_content(own_host)
  ), gone AS (
    DELETE FROM outside.links WHERE url NOT IN (SELECT url FROM found)
  )
  INSERT INTO outside.links (url, host) SELECT url, outside.host_of(url) FROM found ON CONFLICT DO NOTHING;
END $$;

-- Each minute the server that asks first gets the addresses that are due, at most `most`, of as many hosts. Servers ask each minute, give
-- or take a little. One that ends before it has noted what came of it leaves them to be tried an hour later.
CREATE OR REPLACE FUNCTION outside.claim(most int) RETURNS TABLE (id int, url text) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outside.rounds SET next_at = now() + interval '55 seconds' WHERE next_at <= now();
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY
    UPDATE outside.links AS link SET next_at = now() + interval '1 hour'
    WHERE link.id IN (
      SELECT first.id FROM (
        SELECT DISTINCT ON (due.host) due.id, due.next_at FROM outside.links AS due
        WHERE due.next_at <= now() ORDER BY due.host, due.next_at
      ) AS first ORDER BY first.next_at LIMIT most)
    RETURNING link.id, link.url;
END $$;

-- Some addresses that answered when they were last tried, of other hosts than these have.
CREATE OR REPLACE FUNCTION outside.answered(ids int[], most int) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT url FROM outside.links
  WHERE outcome = 'answers' AND host NOT IN (SELECT host FROM outside.links WHERE id = ANY (ids))
  ORDER BY tried_at DESC LIMIT most
$$;

-- No other site can be reached: all wait.
CREATE OR REPLACE FUNCTION outside.wait() RETURNS void LANGUAGE sql AS $$
  UPDATE outside.rounds SET next_at = now() + interval '1 hour'
$$;

-- What came of trying. The next try is a week later; of what is told of, a day, so that it is gone soon after it answers again.
CREATE OR REPLACE FUNCTION outside.note(ids int[], outcomes text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE outside.links AS link SET
    tried_at = now(),
    outcome = new.outcome,
    failures = CASE WHEN new.is_failure THEN link.failures + 1 ELSE 0 END,
    failing_since = CASE WHEN new.is_failure THEN coalesce(link.failing_since, now()) END,
    next_at = now() + CASE WHEN new.is_failure AND link.failing_since <= now() - interval '6 days' THEN interval '1 day'
                           ELSE interval '7 days' + random() * interval '1 day' END
  FROM (SELECT id, outcome, outcome NOT IN ('answers', 'untried') AS is_failure FROM unnest(ids, outcomes) AS noted (id, outcome)) AS new
  WHERE link.id = new.id
$$;

-- The addresses that failed twice, at least six days apart, with what leads to them now. `collection` is the table, or that of a global.
CREATE OR REPLACE FUNCTION outside.told(own_host text)
RETURNS TABLE (collection text, id int, url text, outcome text, failing_since timestamptz, failures int) LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM outside.links l WHERE l.tried_at >= l.failing_since + interval '6 days') THEN RETURN; END IF;
  RETURN QUERY
    SELECT place.collection, place.id, link.url, link.outcome, link.failing_since, link.failures
    FROM outside.links link JOIN outside.in_content(own_host) place ON place.url = link.url
    WHERE link.tried_at >= link.failing_since + interval '6 days'
    ORDER BY link.failing_since, link.url, place.collection, place.id;
END $$;
