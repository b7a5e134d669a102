-- The bin: a document that is deleted rests in it as the rows that it was made of, beside the content, so that no query can
-- show it, nothing is kept from its address, and it comes back as it was.

-- The tables that hold documents of a collection and their versions, whoever is above first: `joined` a FROM that begins with the
-- documents, or their versions, as t0 and ends with the table itself as t<depth>.
CREATE OR REPLACE FUNCTION bin.tables_of(target regclass)
RETURNS TABLE (name regclass, is_version boolean, joined text, depth int, above regclass, through text)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE
    belongs AS (
      SELECT c.conrelid AS child, c.confrelid AS parent, a.attname::text COLLATE "default" AS through
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confdeltype = 'c' AND c.connamespace = 'public'::regnamespace
        AND a.attname IN ('_parent_id', 'parent_id')
    ),
    tables AS (
      SELECT root.name, root.is_version, format('%s AS t0', root.name::regclass) AS joined, 0 AS depth, NULL::oid AS above, NULL AS through
      FROM (VALUES (target::oid, false), (to_regclass(format('_%s_v', target))::oid, true)) AS root (name, is_version)
      WHERE root.name IS NOT NULL
      UNION ALL
      SELECT belongs.child, tables.is_version,
             format('%s JOIN %s AS t%s ON t%s.%I = t%s.id', tables.joined, belongs.child::regclass, tables.depth + 1,
                    tables.depth + 1, belongs.through, tables.depth),
             tables.depth + 1, tables.name, belongs.through
      FROM tables JOIN belongs ON belongs.parent = tables.name
    )
  SELECT tables.name::regclass, tables.is_version, tables.joined, tables.depth, tables.above::regclass, tables.through
  FROM tables ORDER BY 2, 4, tables.name::regclass::text
$$;

-- What a row of a table refers to besides what it belongs to.
CREATE OR REPLACE FUNCTION bin.keys_of(owner regclass) RETURNS TABLE (field text, target regclass) LANGUAGE sql STABLE AS $$
  SELECT a.attname::text COLLATE "default", c.confrelid::regclass
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.conrelid = owner
    AND NOT (c.confdeltype = 'c' AND a.attname IN ('_parent_id', 'parent_id'))
    AND NOT (a.attname = 'parent_id' AND owner::text ~ '^_.*_v$')
$$;

-- Copies a document into the bin before it is deleted, with its versions, what leads to it (redirects), and where earlier
-- versions of others refer to it.
CREATE OR REPLACE FUNCTION bin.put(target regclass, target_id int, title text, by int, by_name text)
RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  entry int;
  part record;
  n int := 0;
  added int;
  shown boolean := true;
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = target AND attname = '_status') THEN
    EXECUTE format('SELECT _status = ''published'' FROM %s WHERE id = $1', target) INTO shown USING target_id;
  END IF;
  INSERT INTO bin.documents (collection, document, title, was_public, deleted_at, deleted_by, deleted_by_name)
  VALUES (replace(target::text, '_', '-'), target_id, title, coalesce(shown, false), now(), by, by_name) RETURNING id INTO entry;
  FOR part IN
    SELECT name, joined, format('to_jsonb(t%s)', depth) AS row, format('t%s.id', depth) AS sorted, true AS is_own,
           CASE WHEN is_version THEN 't0.parent_id = $1' ELSE 't0.id = $1' END AS found
    FROM bin.tables_of(target)
    UNION ALL
    -- With the one column that the database will empty, or the row that it will delete.
    SELECT c.conrelid::regclass, c.conrelid::regclass::text || ' AS t0',
           CASE WHEN c.confdeltype = 'c' OR c.conrelid = 'redirects'::regclass THEN 'to_jsonb(t0)'
                ELSE format('jsonb_build_object(''id'', t0.id, %L, $1)', a.attname) END,
           't0.id', false, format('t0.%I = $1', a.attname)
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = target AND c.connamespace = 'public'::regnamespace
      AND (c.conrelid::regclass::text LIKE '\_%' OR c.conrelid = 'redirects'::regclass)
      AND c.conrelid NOT IN (SELECT name FROM bin.tables_of(target))
  LOOP
    EXECUTE format('INSERT INTO bin.rows (document, nth, name, is_own, row)
                    SELECT $2, $3 + row_number() OVER (ORDER BY %s), %L, %L, %s FROM %s WHERE %s',
                   part.sorted, part.name, part.is_own, part.row, part.joined, part.found)
    USING target_id, entry, n;
    GET DIAGNOSTICS added = ROW_COUNT;
    n := n + added;
  END LOOP;
  RETURN entry;
END $$;

-- Inserts a row with what its table still has of it. @return whether it was inserted: one that is there stays as it is
CREATE OR REPLACE FUNCTION bin.insert_row(name regclass, content jsonb, if_free boolean) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  columns text;
  n int;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
  WHERE attrelid = name AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND content ? attname;
  EXECUTE format('INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1) %3$s', name, columns,
                 CASE WHEN if_free THEN 'ON CONFLICT DO NOTHING' ELSE '' END) USING content;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n > 0;
END $$;

CREATE OR REPLACE FUNCTION bin.has_row(name regclass, row_id text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  found boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE id = $1::%s)', name,
                 (SELECT atttypid::regtype FROM pg_attribute WHERE attrelid = name AND attname = 'id')) INTO found USING row_id;
  RETURN found;
END $$;

-- Who has what must be a document's own: its number, or what a unique index holds. NULL if nobody has.
CREATE OR REPLACE FUNCTION bin.holder_of(name regclass, content jsonb) RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE
  same text;
  holder int;
BEGIN
  FOR same IN
    SELECT string_agg(format('t.%1$I = own.%1$I', a.attname), ' AND ')
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = name AND i.indisunique GROUP BY i.indexrelid
  LOOP
    EXECUTE format('SELECT t.id FROM %1$s AS t, jsonb_populate_record(NULL::%1$s, $1) AS own WHERE %2$s LIMIT 1', name, same)
    INTO holder USING content;
    IF holder IS NOT NULL THEN RETURN holder; END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Brings a document back, and takes it out of the bin. What it refers to that is no longer there is left empty, and told: as
-- `missing` what the document or its newest version referred to, `[{"collection", "id"}]`. `holder` is who has what was the
-- document's own; then nothing is brought back. NULL if the bin has no such entry.
CREATE OR REPLACE FUNCTION bin.take(entry int, OUT item bin.documents, OUT holder int, OUT missing jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  target regclass;
  part record;
  key record;
  is_newest boolean;
  content jsonb;
  -- The rows of the document and its newest version.
  newest text[] := '{}';
BEGIN
  SELECT * INTO item FROM bin.documents WHERE id = entry FOR UPDATE;
  IF item.id IS NULL THEN RETURN; END IF;
  target := to_regclass(replace(item.collection, '-', '_'));
  missing := '[]';
  FOR part IN
    SELECT r.nth, r.row, t.name, t.above, t.through, t.is_version, t.depth
    FROM bin.rows r JOIN bin.tables_of(target) t ON t.name = to_regclass(r.name)
    WHERE r.document = entry AND r.is_own ORDER BY r.nth
  LOOP
    content := part.row;
    IF part.depth = 0 AND NOT part.is_version THEN
      holder := bin.holder_of(part.name, content);
      IF holder IS NOT NULL THEN RETURN; END IF;
    END IF;
    is_newest := CASE WHEN NOT part.is_version THEN true
                      WHEN part.depth = 0 THEN (content ->> 'latest')::boolean
                      ELSE part.above::text || ':' || (content ->> part.through) = ANY (newest) END;
    IF is_newest THEN
      newest := newest || (part.name::text || ':' || (content ->> 'id'));
      missing := missing || bin.lost_links(content);
    END IF;
    FOR key IN SELECT * FROM bin.keys_of(part.name) LOOP
      CONTINUE WHEN content ->> key.field IS NULL OR bin.has_row(key.target, content ->> key.field);
      IF is_newest THEN
        missing := missing || jsonb_build_object('collection', replace(key.target::text, '_', '-'),
                                                 'id', (content ->> key.field)::int);
      END IF;
      content := content || jsonb_build_object(key.field, NULL);
    END LOOP;
    -- A row that only refers to what is gone says nothing.
    CONTINUE WHEN part.name::text LIKE '%\_rels' AND NOT EXISTS (
      SELECT FROM bin.keys_of(part.name) AS k WHERE content ->> k.field IS NOT NULL);
    PERFORM bin.insert_row(part.name, content, false);
  END LOOP;
  PERFORM bin.take_references(entry);
  DELETE FROM bin.documents WHERE id = entry;
END $$;

-- The documents that texts in a row link to and that are no longer there.
CREATE OR REPLACE FUNCTION bin.lost_links(content jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('collection', link ->> 'relationTo', 'id', (link ->> 'value')::int)), '[]')
  FROM jsonb_path_query(content, 'strict $.** ? (exists (@.relationTo) && exists (@.value))') AS link
  WHERE link ->> 'value' ~ '^\d{1,9}$' AND to_regclass(replace(link ->> 'relationTo', '-', '_')) IS NOT NULL
    AND NOT bin.has_row(to_regclass(replace(link ->> 'relationTo', '-', '_')), link ->> 'value')
$$;

-- What referred to the document refers to it again: redirects unless their address is taken, and earlier versions of others.
CREATE OR REPLACE FUNCTION bin.take_references(entry int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  part record;
  key record;
BEGIN
  FOR part IN
    SELECT to_regclass(name) AS name, row FROM bin.rows WHERE document = entry AND NOT is_own ORDER BY nth
  LOOP
    CONTINUE WHEN part.name IS NULL OR (part.name = 'redirects'::regclass AND page_at(part.row ->> 'from') IS NOT NULL);
    IF part.row ?& ARRAY['order', 'path'] THEN
      -- Its version may be gone by now.
      CONTINUE WHEN NOT bin.has_row(to_regclass(regexp_replace(part.name::text, '_rels$', '')), part.row ->> 'parent_id');
      PERFORM bin.insert_row(part.name, part.row, true);
    ELSIF part.name = 'redirects'::regclass THEN
      PERFORM bin.insert_row(part.name, part.row, true);
    ELSE
      FOR key IN SELECT field FROM jsonb_object_keys(part.row) AS field WHERE field <> 'id' LOOP
        EXECUTE format('UPDATE %1$s AS t SET %2$I = own.%2$I FROM jsonb_populate_record(NULL::%1$s, $1) AS own
                        WHERE t.id = own.id AND t.%2$I IS NULL', part.name, key.field) USING part.row;
      END LOOP;
    END IF;
  END LOOP;
END $$;

-- Empties the bin of what was deleted before an instant. Several servers may ask at once.
CREATE OR REPLACE FUNCTION bin.purge(before timestamptz) RETURNS int LANGUAGE sql AS $$
  WITH purged AS (DELETE FROM bin.documents WHERE deleted_at < before RETURNING collection, document),
  addresses AS (
    DELETE FROM changes.left_addresses WHERE page IN (SELECT document FROM purged WHERE collection = 'pages'))
  SELECT count(*)::int FROM purged
$$;
