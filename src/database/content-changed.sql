-- Every change of content is told (see changes.sql) when it commits, whether the admin, a script or psql made it: as
-- `press-contacts:12`, or `press-contacts` when more than a hundred changed at once. For pages also
-- `page-node:12` when something the tree shows changed (title, address, summary, order, published), and
-- `page-children:4` for the page above (0: the top level).

-- Tells which documents a statement changed, and notes them for search.
CREATE OR REPLACE FUNCTION notify_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  collection constant text := TG_ARGV[0];
  -- The table between a row and its document, or empty: a row of an array in a block belongs to the block.
  through constant text := TG_ARGV[2];
  owner constant text := CASE through
    WHEN '' THEN format('SELECT DISTINCT %I::text FROM changed', TG_ARGV[1])
    ELSE format('SELECT DISTINCT owner.%I::text FROM changed JOIN %s AS owner ON owner.id = changed._parent_id',
                TG_ARGV[1], through) END;
  most constant int := 100;
  ids text[];
BEGIN
  -- Payload deletes from every block's table at each save.
  IF NOT EXISTS (SELECT FROM changed) THEN RETURN NULL; END IF;
  EXECUTE format('SELECT array_agg(id) FROM (%s) AS owners (id)', owner) INTO ids;
  PERFORM tell_changes(CASE WHEN cardinality(ids) > most THEN ARRAY[collection]
                            ELSE ARRAY(SELECT collection || ':' || id FROM unnest(ids) AS id) END);
  -- Keep this line exactly: rolling back the migration that made search looks for it.
  IF ids IS NOT NULL THEN PERFORM search.touch(collection, ids); END IF;
  RETURN NULL;
END $$;

-- Tells what a statement changed in the tree of pages.
CREATE OR REPLACE FUNCTION notify_page_tree_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM tell_changes(ARRAY(
      -- A link may have led to it before it was there.
      SELECT 'page-node:' || id FROM after
      UNION SELECT 'page-children:' || coalesce(parent_id, 0) FROM after));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM tell_changes(ARRAY(
      SELECT 'page-node:' || id FROM before
      UNION SELECT 'page-children:' || coalesce(parent_id, 0) FROM before));
  ELSE
    PERFORM tell_changes(ARRAY(
      SELECT DISTINCT unnest(ARRAY['page-node:' || after.id, 'page-children:' || coalesce(before.parent_id, 0),
                                   'page-children:' || coalesce(after.parent_id, 0)])
      FROM before JOIN after USING (id)
      WHERE (before.title, before.slug, before.parent_id, before.summary, before.in_menu, before._status, before._order)
        IS DISTINCT FROM (after.title, after.slug, after.parent_id, after.summary, after.in_menu, after._status, after._order)));
  END IF;
  RETURN NULL;
END $$;

-- Puts the triggers on all content tables. The set-up calls it each time, so a new collection is watched by being there.
CREATE OR REPLACE FUNCTION watch_content() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  watched record;
  change record;
BEGIN
  FOR watched IN
    WITH RECURSIVE
      -- Arrays, blocks and relationships live in tables of their own that point to the document they belong to.
      belongs AS (
        SELECT c.conrelid AS child, c.confrelid AS parent, a.attname::text COLLATE "default" AS id_column
        FROM pg_constraint c
        JOIN pg_class t ON t.oid = c.conrelid
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
          AND (a.attname = '_parent_id' OR (a.attname = 'parent_id' AND t.relname LIKE '%\_rels'))
      ),
      tables AS (
        SELECT t.oid, t.oid AS root, 'id'::text AS id_column, NULL::oid AS through
        FROM pg_class t
        WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
          AND t.relname NOT LIKE 'payload\_%' AND t.relname NOT LIKE '\_%' AND t.relname NOT LIKE 'users%'
          AND t.oid NOT IN (SELECT child FROM belongs)
        UNION ALL
        SELECT belongs.child, tables.root, belongs.id_column, nullif(tables.oid, tables.root)
        FROM tables JOIN belongs ON belongs.parent = tables.oid
        -- Tables deeper than an array in a block are not watched: Payload writes the document's row too.
        WHERE tables.through IS NULL
      )
    SELECT oid::regclass AS name, id_column, coalesce(through::regclass::text, '') AS through,
           replace(root::regclass::text, '_', '-') AS collection
    FROM tables
  LOOP
    FOR change IN
      SELECT * FROM (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS changes (event, rows)
    LOOP
      EXECUTE format(
        'CREATE OR REPLACE TRIGGER %I AFTER %s ON %s REFERENCING %s TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION notify_content_changed(%L, %L, %L)',
        'content_changed_' || lower(change.event), change.event, watched.name, change.rows,
        watched.collection, watched.id_column, watched.through);
    END LOOP;
  END LOOP;
END $$;
