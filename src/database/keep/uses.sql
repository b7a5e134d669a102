-- Where a document is used: found through the foreign keys and the links in texts that the tables hold now, each by its index.
-- Nothing is kept beside the content, so nothing can be missing: a new field is covered by its column.

-- SQL for the documents that a text refers to, such as the pages it links to: `[{"value": 12, "relationTo": "pages"}]`. Indexes
-- hold it, so it calls no function of ours (docs/decisions/011-sql.md).
CREATE OR REPLACE FUNCTION links_in(body text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('jsonb_path_query_array(%s, ''strict $.** ? (exists (@.relationTo) && exists (@.value))'')', body)
$$;

-- SQL for whether a text has a link whose address was typed. Indexes hold it, too.
CREATE OR REPLACE FUNCTION has_typed_link(body text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('jsonb_path_exists(%s, ''strict $.** ? (@.url starts with "/" || @.url starts with "http")'')', body)
$$;

-- The tables of the content, each with the document that its rows belong to: `root` is the table of documents, or of their
-- versions; `joined` a FROM that begins with it as t0 and ends with the table itself as t<depth>.
CREATE OR REPLACE FUNCTION content_tables() RETURNS TABLE (name regclass, root regclass, joined text, depth int)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE
    belongs AS (
      SELECT c.conrelid AS child, c.confrelid AS parent, a.attname::text COLLATE "default" AS through
      FROM pg_constraint c
      JOIN pg_class t ON t.oid = c.conrelid
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
        AND (a.attname = '_parent_id' OR (a.attname = 'parent_id' AND t.relname LIKE '%\_rels'))
    ),
    tables AS (
      SELECT t.oid, t.oid AS root, format('%s AS t0', t.oid::regclass) AS joined, 0 AS depth
      FROM pg_class t
      WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
        AND t.relname NOT LIKE 'payload\_%' AND t.oid NOT IN (SELECT child FROM belongs)
      UNION ALL
      SELECT belongs.child, tables.root,
             format('%s JOIN %s AS t%s ON t%s.%I = t%s.id', tables.joined, belongs.child::regclass, tables.depth + 1,
                    tables.depth + 1, belongs.through, tables.depth),
             tables.depth + 1
      FROM tables JOIN belongs ON belongs.parent = tables.oid
    )
  SELECT oid::regclass, tables.root::regclass, tables.joined, tables.depth FROM tables
$$;

-- Indexes the links in all texts. The set-up calls it each time, for columns that a migration has added.
CREATE OR REPLACE FUNCTION index_links() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  body record;
BEGIN
  FOR body IN
    SELECT t.name, a.attname FROM content_tables() t
    JOIN pg_attribute a ON a.attrelid = t.name AND a.atttypid = 'jsonb'::regtype AND NOT a.attisdropped
  LOOP
    -- Most texts have no link.
    EXECUTE format(
      'CREATE INDEX IF NOT EXISTS %1$I ON %2$s USING gin (%3$s jsonb_path_ops) WHERE %3$s <> ''[]''',
      left(format('links_%s_%s', body.name, body.attname), 63), body.name, links_in(quote_ident(body.attname)));
    EXECUTE format(
      'CREATE INDEX IF NOT EXISTS %1$I ON %2$s (id) WHERE %3$s',
      left(format('typed_%s_%s', body.name, body.attname), 63), body.name, has_typed_link(quote_ident(body.attname)));
  END LOOP;
END $$;

-- How the content is read as it is now: what is public (`is_public`), and the newest version of what is not, or is being changed.
-- A row for each table of it, in parts of a query: `from_part` a FROM that ends with the table as t<depth>, `is_current` a WHERE;
-- `collection` is the table of the document that its rows belong to, or of a global, and `id` its number.
CREATE OR REPLACE FUNCTION current_tables()
RETURNS TABLE (name regclass, depth int, from_part text, collection text, id text, is_public text, is_current text)
LANGUAGE sql STABLE AS $$
  WITH documents AS (
    SELECT tables.*,
           tables.root::text ~ '^_.*_v$' AS is_version,
           EXISTS (SELECT FROM pg_attribute WHERE attrelid = tables.root AND attname = '_status') AS has_drafts,
           EXISTS (SELECT FROM pg_attribute WHERE attrelid = tables.root AND attname = 'latest') AS has_latest
    FROM content_tables() AS tables
  )
  SELECT name, depth, joined,
         CASE WHEN is_version THEN regexp_replace(root::text, '^_(.*)_v$', '\1') ELSE root::text END,
         CASE WHEN is_version THEN 't0.parent_id' ELSE 't0.id' END,
         CASE WHEN is_version THEN 'false' WHEN has_drafts THEN 't0._status = ''published''' ELSE 'true' END,
         CASE
           WHEN is_version THEN 't0.latest'
           -- What a document that is not public has in its own table may be older than its newest version.
           WHEN has_drafts THEN format(
             '(t0._status = ''published'' OR NOT EXISTS (SELECT FROM %I AS newest WHERE newest.parent_id = t0.id AND newest.latest))',
             '_' || root || '_v')
           ELSE 'true' END
  FROM documents
  -- Of what has no drafts the newest version is the document itself.
  WHERE NOT is_version OR has_latest
$$;

-- Where a document of a collection is used: by what is public now (`is_public`), by the newest version of what is not, or is
-- being changed, and by what is planned. `collection` is the table of the other document, or of a global.
CREATE OR REPLACE FUNCTION uses_of(target regclass, target_id int)
RETURNS TABLE (collection text, id int, is_public boolean, place text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  parts text;
BEGIN
  WITH places AS (
    -- By a foreign key; a version's own document is no use of it.
    SELECT t.*, a.attname AS field, format('t%s.%I = $1', t.depth, a.attname) AS refers
    FROM current_tables() t
    JOIN pg_constraint c ON c.conrelid = t.name AND c.contype = 'f' AND c.confrelid = target
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE NOT (a.attname = '_parent_id' OR (a.attname = 'parent_id' AND t.name::text ~ '_(rels|v)$'))
    UNION ALL
    SELECT t.*, a.attname,
           format('%1$s <> ''[]'' AND %1$s @> $2', links_in(format('t%s.%I', t.depth, a.attname)))
    FROM current_tables() t
    JOIN pg_attribute a ON a.attrelid = t.name AND a.atttypid = 'jsonb'::regtype AND NOT a.attisdropped
  )
  SELECT string_agg(
           format('SELECT %L, %s, %s, %L FROM %s WHERE %s AND %s', places.collection, places.id, places.is_public,
                  name::text || '.' || field, from_part, refers, is_current),
           ' UNION ')
  INTO parts FROM places;
  RETURN QUERY EXECUTE parts
    USING target_id, jsonb_build_array(jsonb_build_object('relationTo', replace(target::text, '_', '-'), 'value', target_id));
  RETURN QUERY
    SELECT replace(change.collection, '-', '_'), change.document, false, 'planned.refers'
    FROM planned.refers
    JOIN planned.changes AS change ON change.id = refers.change_id
    JOIN planned.sets ON sets.id = change.set_id AND sets.state = 'waiting'
    WHERE refers.collection = replace(target::text, '_', '-') AND refers.document = target_id;
END $$;

-- All documents of a collection that anything uses now, as `uses_of` tells of one: all of the content is read once.
CREATE OR REPLACE FUNCTION used_among(target regclass) RETURNS SETOF int LANGUAGE plpgsql STABLE AS $$
DECLARE
  parts text;
BEGIN
  WITH places AS (
    SELECT format('SELECT t%s.%I FROM %s WHERE t%1$s.%2$I IS NOT NULL AND %4$s', t.depth, a.attname, t.from_part, t.is_current) AS part
    FROM current_tables() t
    JOIN pg_constraint c ON c.conrelid = t.name AND c.contype = 'f' AND c.confrelid = target
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE NOT (a.attname = '_parent_id' OR (a.attname = 'parent_id' AND t.name::text ~ '_(rels|v)$'))
    UNION ALL
    SELECT format(
             'SELECT (link ->> ''value'')::int FROM %s CROSS JOIN jsonb_array_elements(%s) AS link
              WHERE link ->> ''relationTo'' = $1 AND link ->> ''value'' ~ ''^\d{1,9}$'' AND %s',
             t.from_part, links_in(format('t%s.%I', t.depth, a.attname)), t.is_current)
    FROM current_tables() t
    JOIN pg_attribute a ON a.attrelid = t.name AND a.atttypid = 'jsonb'::regtype AND NOT a.attisdropped
  )
  SELECT string_agg(part, ' UNION ') INTO parts FROM places;
  RETURN QUERY EXECUTE parts USING replace(target::text, '_', '-');
  RETURN QUERY
    SELECT refers.document
    FROM planned.refers
    JOIN planned.changes AS change ON change.id = refers.change_id
    JOIN planned.sets ON sets.id = change.set_id AND sets.state = 'waiting'
    WHERE refers.collection = replace(target::text, '_', '-');
END $$;
