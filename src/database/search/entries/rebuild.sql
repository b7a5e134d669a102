-- Rebuilds all entries while the site is in use: a thousand documents at a time, with no lock held in between.
CREATE OR REPLACE PROCEDURE search.rebuild() LANGUAGE plpgsql AS $$
DECLARE
  wanted text;
  ids int[];
  last int;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['press-contacts', 'contact-boxes', 'departments', 'aktindsigt-guidance',
                                'grundfortaelling', 'pejlemaerker', 'pages', 'footer'] LOOP
    last := 0;
    LOOP
      EXECUTE format('SELECT array_agg(id) FROM (
          SELECT id FROM %I WHERE id > $1 UNION SELECT id FROM search.entries WHERE collection = $2 AND id > $1
          ORDER BY id LIMIT 1000) AS next', replace(wanted, '-', '_')) INTO ids USING last, wanted;
      EXIT WHEN ids IS NULL;
      PERFORM pg_advisory_xact_lock(20261122, 10);
      DELETE FROM search.entries WHERE collection = wanted AND id = ANY(ids);
      PERFORM search.refresh(wanted, ids);
      last := ids[cardinality(ids)];
      COMMIT;
    END LOOP;
  END LOOP;
  -- Words that are in no entry any more.
  PERFORM pg_advisory_xact_lock(20261122, 10);
  DELETE FROM search.vocabulary v
  WHERE NOT EXISTS (SELECT FROM ts_stat('SELECT words FROM search.entries') AS used WHERE used.word COLLATE "C" = v.word);
  COMMIT;
END $$;
