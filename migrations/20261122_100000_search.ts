import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Each kind has a table of its own: what is found is counted, and the best looked for, kind by kind. */
const tables = {
  contact: 'contacts',
  leader: 'leaders',
  department: 'departments',
  box: 'boxes',
  page: 'pages',
  guidance: 'guidance',
  principle: 'principles',
  story: 'stories',
}

/**
 * Search, in a schema of its own.
 *
 * - `search.source(collection, ids)` is the one definition of what is searched: published content only.
 * - `search.entries` holds it with its folded words, kept in the transaction of each change: the triggers that tell of
 *   changes (`notify_content_changed`) note what was touched, and once, at commit, just that is read again.
 * - `search.vocabulary` holds each word once: inflections, parts of compounds and typing errors are looked up there,
 *   among words, and not among texts.
 * - `search.synonyms` and `search.pins` read what editors keep for a word in `search_words`.
 * - `search.misses` counts what was searched for and not found, `search.visits` how often each page was opened.
 * - `search.find(…)` answers a query that `queryTerms` of src/domain/fold.ts has taken apart.
 *
 * All are functions whose text PostgreSQL does not bind to tables, so that later migrations may change those.
 * `search.read_blocks()` writes the one that reads the blocks of pages; it is called after each run of the
 * migrations, so a new block is searched by being there.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
DROP SCHEMA IF EXISTS search CASCADE;
CREATE SCHEMA search;

-- Folding: the same rule as fold() in src/domain/fold.ts, held together by a test.
CREATE FUNCTION search.fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(replace(replace(regexp_replace(
    normalize(replace(lower(normalize($1, NFKC) COLLATE "und-x-icu") COLLATE "C", 'å', 'aa'), NFKD),
    '[${ranges(/\p{M}/u)}]', '', 'g'), 'æ', 'ae'), 'ø', 'oe'),
    '[${ranges(/[^\p{L}\p{N}]/u)}]+', ' ', 'g'))
$$;

-- The words with hyphens of a text, written together: "postit" finds post-it.
CREATE FUNCTION search.unhyphened(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(replace(chunk, '-', ''), ' '), '')
  FROM string_to_table(translate($1, E'\n\t', '  '), ' ') AS chunk WHERE chunk ~ '[^\\d\\W]-[^\\d\\W]'
$$;

-- The words of a text, each also with one or all of its aa, ae and oe as the plain letter; no domains of e-mail.
CREATE FUNCTION search.words(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH texts AS (
    SELECT regexp_replace(left($1, 200000), '@\\S*', ' ', 'g') AS text
  ), words AS (
    SELECT DISTINCT left(word, 60) COLLATE "C" AS word
    FROM texts, string_to_table(search.fold(text || ' ' || search.unhyphened(text)), ' ') AS word
    WHERE word <> ''
  )
  SELECT coalesce(array_agg(word), '{}') FROM (
    SELECT word FROM words
    UNION SELECT unnest(ARRAY[
      regexp_replace(word, '(a)[ae]|(o)e', '\\1\\2', 'g'),
      regexp_replace(word, '(a)[ae]|(o)e', '\\1\\2'),
      regexp_replace(word, '^(.*)(?:(a)[ae]|(o)e)', '\\1\\2\\3')])
    FROM words WHERE word ~ 'a[ae]|oe') AS spelled
$$;

-- Spaces do not matter: "andersaaen" finds Anders Aaen Larsen by andersaaenlarsen.
CREATE FUNCTION search.joined(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(left(array_to_string(words[start:start + 9], ''), 60)), '{}')
  FROM string_to_array(search.fold($1), ' ') AS words, generate_series(1, least(cardinality(words), 11) - 1) AS start
$$;

-- A phone number by its digits, with and without the Danish code.
CREATE FUNCTION search.numbers(phones text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT number), '{}')
  FROM unnest(phones) AS phone, regexp_replace(phone, '\\D', '', 'g') AS digits,
       unnest(ARRAY[digits, regexp_replace(digits, '^45', '')]) AS number
  WHERE number <> ''
$$;

CREATE FUNCTION search.stem(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (ts_lexize('danish_stem', $1))[1]
$$;

CREATE TABLE search.entries (
  collection text NOT NULL,
  id int NOT NULL,
  -- What of the document, where it has several entries: the id of an appointment.
  part text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  -- The line under the title: what a person does, an address, a summary.
  line text NOT NULL,
  body text NOT NULL,
  phones text[] NOT NULL,
  email text,
  slug text,
  acting boolean NOT NULL,
  -- The page on which it stands, where that is not the same for the whole kind.
  page int,
  -- The editors' order.
  position text COLLATE "C" NOT NULL,
  folded text COLLATE "C" GENERATED ALWAYS AS (search.fold(title)) STORED,
  -- The words of the title; of a person also what the person does.
  names tsvector GENERATED ALWAYS AS (array_to_tsvector(search.joined(title) ||
    search.words(CASE WHEN kind IN ('contact', 'leader') THEN title || ' ' || line || ' ' || coalesce(email, '') ELSE title END) ||
    search.numbers(phones))) STORED,
  -- Those and the line, what one sees of it in a list.
  head tsvector GENERATED ALWAYS AS (array_to_tsvector(search.joined(title) ||
    search.words(title || ' ' || line || ' ' || coalesce(email, '')) || search.numbers(phones))) STORED,
  words tsvector GENERATED ALWAYS AS (array_to_tsvector(search.joined(title) ||
    search.words(title || ' ' || line || ' ' || coalesce(email, '') || ' ' || body) || search.numbers(phones))) STORED,
  PRIMARY KEY (collection, id, part, kind)
) PARTITION BY LIST (kind);
${Object.entries(tables)
  .map(
    ([kind, table]) => `CREATE TABLE search.${table} PARTITION OF search.entries FOR VALUES IN ('${kind}');`,
  )
  .join('\n')}
CREATE INDEX entries_folded ON search.entries (folded);
CREATE INDEX entries_page ON search.entries (page) WHERE page IS NOT NULL;
CREATE INDEX entries_head ON search.entries USING gin (head) WITH (fastupdate = off);
CREATE INDEX entries_words ON search.entries USING gin (words) WITH (fastupdate = off);

CREATE TABLE search.vocabulary (
  word text COLLATE "C" PRIMARY KEY,
  stem text COLLATE "C" GENERATED ALWAYS AS (search.stem(word)) STORED
);
-- The first five letters of a word and what is left of them without one: two words with one typing error between them
-- have one of these in common.
CREATE FUNCTION search.beginnings(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN $1 ~ '^\\d' OR length($1) < 4 THEN '{}'::text[]
    ELSE array_agg(DISTINCT left(start, at) || substr(start, at + 2)) END
  FROM left($1, 5) AS start, generate_series(0, 5) AS at
$$;
CREATE INDEX vocabulary_beginnings ON search.vocabulary USING gin (search.beginnings(word)) WITH (fastupdate = off);
CREATE INDEX vocabulary_stem ON search.vocabulary (stem);
CREATE INDEX vocabulary_parts ON search.vocabulary USING gin (word gin_trgm_ops) WITH (fastupdate = off);

-- The text of an editor's state.
CREATE FUNCTION search.rich_text(jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(text #>> '{}', ' '), '') FROM jsonb_path_query($1, 'strict $.**.text') AS text
$$;

-- Writes search.page_texts(ids): every text and rich text of the blocks of pages, in their order. An address, an
-- editor's name for a block and what Payload keeps for itself are no texts.
CREATE FUNCTION search.read_blocks() RETURNS void LANGUAGE plpgsql AS $outer$
DECLARE
  arms text;
BEGIN
  WITH RECURSIVE tables AS (
    SELECT t.oid, format('%s AS t1', t.oid::regclass) AS source, 1 AS depth
    FROM pg_class t
    JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid = 'pages'::regclass
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] AND a.attname = '_parent_id'
    WHERE t.relname LIKE 'pages\\_%'
    UNION ALL
    SELECT c.conrelid, format('%s JOIN %s AS t%s ON t%3$s._parent_id = t%4$s.id',
                              source, c.conrelid::regclass, depth + 1, depth), depth + 1
    FROM tables
    JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = tables.oid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.attname = '_parent_id'
  ), arms AS (
    SELECT format('SELECT t1._parent_id, t1._order, t%s._order, concat_ws('' '', %s) FROM %s WHERE t1._parent_id = ANY($1)',
      depth, string_agg(format(CASE a.atttypid WHEN 'jsonb'::regtype THEN 'search.rich_text(t%s.%I)' ELSE 't%s.%I' END,
                               depth, a.attname), ', ' ORDER BY a.attnum), source) AS arm
    FROM tables
    JOIN pg_attribute a ON a.attrelid = tables.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE a.atttypid IN ('varchar'::regtype, 'text'::regtype, 'jsonb'::regtype)
      AND a.attname NOT IN ('id', 'block_name') AND a.attname !~ '^_|(^|_)url$'
    GROUP BY tables.oid, source, depth
  )
  SELECT string_agg(arm, ' UNION ALL ') INTO arms FROM arms;
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION search.page_texts(ids int[]) RETURNS TABLE (page int, block int, item int, text text)
     LANGUAGE sql STABLE AS %L', arms);
END $outer$;

-- What is searched of the documents \`ids\` of a collection.
CREATE FUNCTION search.source(wanted text, ids int[]) RETURNS TABLE (
  id int, part text, kind text, title text, line text, body text, phones text[], email text, slug text,
  acting boolean, page int, "position" text
) LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
  CASE wanted
  WHEN 'press-contacts' THEN RETURN QUERY
    SELECT d.id, '', 'contact', d.name::text, d.title::text, '',
           ARRAY(SELECT number::text FROM press_contacts_phones WHERE _parent_id = d.id ORDER BY _order),
           d.email::text, d.slug::text, false, NULL::int, d._order::text
    FROM press_contacts d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'contact-boxes' THEN RETURN QUERY
    SELECT d.id, '', 'box', d.name::text,
           concat_ws(', ', nullif(d.street, ''), nullif(concat_ws(' ', d.postal_code, d.city), '')),
           concat_ws(' ', d.note_title, d.note_text, search.rich_text(d.intro)),
           array_remove(ARRAY[d.phone::text], NULL), NULL::text, d.slug::text, false, NULL::int, d._order::text
    FROM contact_boxes d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'departments' THEN RETURN QUERY
    -- A department stands on the page that shows it or one above it; what stands nowhere is not found.
    WITH RECURSIVE shown AS (
      SELECT b.department_id AS id, p.id AS page, p._order AS place
      FROM pages_blocks_department b
      JOIN pages p ON p.id = b._parent_id AND p._status = 'published'
      JOIN departments d ON d.id = b.department_id AND d._status = 'published'
      UNION
      SELECT d.id, shown.page, shown.place
      FROM shown JOIN departments d ON d.parent_id = shown.id AND d._status = 'published'
    ), placed AS (
      SELECT DISTINCT ON (d.id) d.*, shown.page
      FROM shown JOIN departments d ON d.id = shown.id
      WHERE d.id = ANY(ids) ORDER BY d.id, shown.place COLLATE "C", shown.page
    )
    SELECT d.id, '', 'department', d.name::text, '', search.rich_text(d.body), '{}'::text[], NULL::text, NULL::text,
           false, d.page, d._order::text
    FROM placed d
    UNION ALL
    SELECT d.id, a.id::text, 'leader', p.name::text, a.title || ', ' || d.name, '',
           array_remove(ARRAY[p.phone::text], NULL), p.email::text, NULL::text, coalesce(a.acting, false), d.page, d._order::text
    FROM placed d
    JOIN departments_appointments a ON a._parent_id = d.id
    JOIN people p ON p.id = a.person_id AND p._status = 'published';
  WHEN 'aktindsigt-guidance' THEN RETURN QUERY
    SELECT d.id, '', 'guidance', d.title::text, '', search.rich_text(d.body), '{}'::text[], NULL::text, NULL::text,
           false, NULL::int, d._order::text
    FROM aktindsigt_guidance d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'grundfortaelling' THEN RETURN QUERY
    SELECT d.id, '', 'story', d.title::text, '', concat_ws(' ', d.promise, search.rich_text(d.body)), '{}'::text[],
           NULL::text, NULL::text, false, NULL::int, ''
    FROM grundfortaelling d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'pejlemaerker' THEN RETURN QUERY
    SELECT d.id, '', 'principle', d.title::text, '', search.rich_text(d.body), '{}'::text[], NULL::text, NULL::text,
           false, NULL::int, d._order::text
    FROM pejlemaerker d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'pages' THEN RETURN QUERY
    WITH texts AS (
      SELECT t.page, string_agg(t.text, ' ' ORDER BY t.block, t.item) AS body
      FROM search.page_texts(ids) t WHERE t.text <> '' GROUP BY t.page
    )
    SELECT d.id, '', 'page', d.title::text, coalesce(d.summary, '')::text, coalesce(texts.body, ''), '{}'::text[],
           NULL::text, NULL::text, false, d.id, coalesce(d._order, '')::text
    FROM pages d LEFT JOIN texts ON texts.page = d.id WHERE d.id = ANY(ids) AND d._status = 'published';
  END CASE;
END $$;

-- Reads documents again and writes what has become different. One at a time: what two changes made together is read
-- by the second, which sees the first.
CREATE FUNCTION search.refresh(wanted text, ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(20261122, 10);
  WITH fresh AS MATERIALIZED (
    SELECT * FROM search.source(wanted, ids) AS s WHERE s.title <> ''
  ), gone AS (
    DELETE FROM search.entries e
    WHERE e.collection = wanted AND e.id = ANY(ids)
      AND NOT EXISTS (SELECT FROM fresh WHERE fresh.id = e.id AND fresh.part = e.part)
  ), changed AS (
    SELECT fresh.* FROM fresh
    LEFT JOIN search.entries e
      ON e.collection = wanted AND e.id = ANY(ids) AND e.id = fresh.id AND e.part = fresh.part
    WHERE (e.title, e.line, e.body, e.phones, e.email, e.slug, e.acting, e.page, e.position) IS DISTINCT FROM
      (fresh.title, fresh.line, fresh.body, fresh.phones, fresh.email, fresh.slug, fresh.acting, fresh.page,
       coalesce(fresh.position, ''))
  ), written AS (
    INSERT INTO search.entries
      (collection, id, part, kind, title, line, body, phones, email, slug, acting, page, position)
    SELECT wanted, id, part, kind, title, coalesce(line, ''), coalesce(body, ''), phones, email, slug, acting, page,
           coalesce(position, '')
    FROM changed
    ON CONFLICT (collection, id, part, kind) DO UPDATE SET
      title = excluded.title, line = excluded.line, body = excluded.body, phones = excluded.phones,
      email = excluded.email, slug = excluded.slug, acting = excluded.acting, page = excluded.page,
      position = excluded.position
    RETURNING words, search.joined(title) AS joined
  )
  INSERT INTO search.vocabulary (word)
  SELECT DISTINCT word FROM written, unnest(tsvector_to_array(words)) AS word
  WHERE word <> ALL (joined)
  ON CONFLICT DO NOTHING;
END $$;

-- What a transaction has touched so far.
CREATE UNLOGGED TABLE search.touched (
  transaction xid8 DEFAULT pg_current_xact_id(),
  collection text,
  id int,
  PRIMARY KEY (transaction, collection, id)
);

CREATE FUNCTION search.touch(changed text, ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CASE changed
  WHEN 'people' THEN
    INSERT INTO search.touched (collection, id)
    SELECT DISTINCT 'departments', _parent_id FROM departments_appointments WHERE person_id = ANY(ids::int[])
    ON CONFLICT DO NOTHING;
  WHEN 'departments' THEN
    -- Those below it may stand on another page now.
    INSERT INTO search.touched (collection, id)
    SELECT 'departments', id FROM departments UNION SELECT 'departments', unnest(ids::int[]) ON CONFLICT DO NOTHING;
  WHEN 'press-contacts', 'contact-boxes', 'aktindsigt-guidance', 'grundfortaelling', 'pejlemaerker', 'pages' THEN
    INSERT INTO search.touched (collection, id) SELECT changed, unnest(ids::int[]) ON CONFLICT DO NOTHING;
    IF changed = 'pages' AND (
      EXISTS (SELECT FROM search.entries WHERE page = ANY(ids::int[]) AND collection = 'departments') OR
      EXISTS (SELECT FROM pages_blocks_department WHERE _parent_id = ANY(ids::int[]))
    ) THEN
      INSERT INTO search.touched (collection, id) SELECT 'departments', id FROM departments ON CONFLICT DO NOTHING;
    END IF;
  ELSE
  END CASE;
END $$;

CREATE FUNCTION search.refresh_touched() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
DECLARE
  what record;
BEGIN
  -- The first call at commit has seen to all of them.
  IF NOT EXISTS (SELECT FROM search.touched AS t
                 WHERE (t.transaction, t.collection, t.id) = (NEW.transaction, NEW.collection, NEW.id)) THEN
    RETURN NULL;
  END IF;
  FOR what IN
    WITH done AS (DELETE FROM search.touched WHERE transaction = NEW.transaction RETURNING collection, id)
    SELECT collection, array_agg(id) AS ids FROM done GROUP BY collection
  LOOP
    BEGIN
      PERFORM search.refresh(what.collection, what.ids);
    EXCEPTION WHEN OTHERS THEN
      -- Search must not cost an editor a save, and what cannot be read is not found rather than found wrongly.
      RAISE WARNING 'search: % % could not be read: %', what.collection, what.ids, SQLERRM;
      DELETE FROM search.entries e WHERE e.collection = what.collection AND e.id = ANY(what.ids);
    END;
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER refresh_touched AFTER INSERT ON search.touched
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search.refresh_touched();

-- As before, and it notes for search what was touched.
CREATE OR REPLACE FUNCTION notify_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  collection constant text := TG_ARGV[0];
  -- A row in an array of a block belongs to the block, and that to the document: the table in between, or empty.
  through constant text := TG_ARGV[2];
  owner constant text := CASE through
    WHEN '' THEN format('SELECT DISTINCT %I::text FROM changed', TG_ARGV[1])
    ELSE format('SELECT DISTINCT owner.%I::text FROM changed JOIN %s AS owner ON owner.id = changed._parent_id',
                TG_ARGV[1], through) END;
  most constant int := 100;
  ids text[];
BEGIN
  EXECUTE format('SELECT array_agg(id) FROM (%s) AS owners (id)', owner) INTO ids;
  IF cardinality(ids) > most THEN
    PERFORM pg_notify('content_changed', collection);
  ELSE
    PERFORM pg_notify('content_changed', collection || ':' || id) FROM unnest(ids) AS id;
  END IF;
  IF ids IS NOT NULL THEN PERFORM search.touch(collection, ids); END IF;
  RETURN NULL;
END $$;

-- Makes all entries anew while the site is used, a thousand documents at a time; between them nothing is locked.
CREATE PROCEDURE search.rebuild() LANGUAGE plpgsql AS $$
DECLARE
  wanted text;
  ids int[];
  last int;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['press-contacts', 'contact-boxes', 'departments', 'aktindsigt-guidance',
                                'grundfortaelling', 'pejlemaerker', 'pages'] LOOP
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
  -- Words that nothing holds any more.
  PERFORM pg_advisory_xact_lock(20261122, 10);
  DELETE FROM search.vocabulary v
  WHERE NOT EXISTS (SELECT FROM ts_stat('SELECT words FROM search.entries') AS used WHERE used.word COLLATE "C" = v.word);
  COMMIT;
END $$;

-- What a word of a query stands for besides the words that begin with it: its other inflections, and longer words that
-- it is a part of. Of a number: the phones that hold it.
CREATE FUNCTION search.other_words(folded text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    (SELECT word FROM search.vocabulary WHERE stem = search.stem(folded) AND folded !~ '^\\d+$' LIMIT 48)
    UNION
    (SELECT word FROM search.vocabulary
     WHERE length(folded) >= 4 AND word LIKE '%' || folded || '%' AND (folded !~ '^\\d+$' OR word ~ '^\\d{8,}$')
     LIMIT CASE WHEN folded ~ '^\\d+$' THEN 500 ELSE 48 END)
    UNION
    (SELECT word FROM search.vocabulary
     WHERE length(search.stem(folded)) >= 5 AND folded !~ '^\\d+$' AND word LIKE '%_' || search.stem(folded) || '%' LIMIT 48))
$$;

-- The words that begin as typed but for one letter that is missing, too many, wrong, or swapped with the next.
CREATE FUNCTION search.near_words(folded text, plain text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    SELECT v.word
    FROM unnest(ARRAY[folded, plain]) AS typed
    CROSS JOIN LATERAL (
      SELECT length(typed) AS size,
        array_agg(left(typed, at - 1) || substr(typed, at + 1, 1) || substr(typed, at, 1) || substr(typed, at + 2)) AS swapped
      FROM generate_series(1, length(typed) - 1) AS at) AS typing
    JOIN search.vocabulary v ON search.beginnings(v.word) && search.beginnings(typed)
    WHERE size BETWEEN 5 AND 60 AND folded !~ '^\\d+$'
      AND (levenshtein_less_equal(left(v.word, size), typed, 1) <= 1
        OR levenshtein_less_equal(left(v.word, size + 1), typed, 1) <= 1
        OR levenshtein_less_equal(left(v.word, size - 1), typed, 1) <= 1
        OR left(v.word, size) = ANY(swapped))
    GROUP BY v.word ORDER BY min(abs(length(v.word) - size)), v.word LIMIT 30)
$$;

-- Words that editors keep are compared without regard to how æ ø å are typed.
CREATE FUNCTION search.plainest(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(search.fold($1), '(a)[ae]|(o)e', '\\1\\2', 'g')
$$;
CREATE INDEX search_words_plainest ON search_words_texts (search.plainest(text)) WHERE path = 'words';
CREATE INDEX search_words_parent ON search_words_texts (parent_id);

-- The collation of the index is named, as the caller's would keep it from being used.
-- What is searched for too where \`typed\`, as search.plainest makes it, is: words or several words each, folded.
CREATE FUNCTION search.synonyms(typed text) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH kept AS MATERIALIZED (
    SELECT parent_id FROM search_words_texts WHERE path = 'words' AND search.plainest(text) = typed COLLATE "default"
  )
  SELECT coalesce(array_agg(synonym), '{}') FROM (
    SELECT DISTINCT search.fold(text) AS synonym
    FROM kept JOIN search_words_texts USING (parent_id) WHERE path = 'synonyms'
    ORDER BY synonym LIMIT 20) AS found
  WHERE synonym <> ''
$$;

-- The documents that editors show first where \`typed\`, as above, is all that was typed.
CREATE TYPE search.pins AS (collections text[], ids int[]);
CREATE FUNCTION search.pins(typed text) RETURNS search.pins LANGUAGE sql STABLE AS $$
  WITH kept AS MATERIALIZED (
    SELECT parent_id FROM search_words_texts WHERE path = 'words' AND search.plainest(text) = typed COLLATE "default"
  )
  SELECT array_agg(collection ORDER BY parent, place), array_agg(id ORDER BY parent, place) FROM (
    SELECT pin.collection, pin.id, min(pinned.parent_id) AS parent, min(pinned."order") AS place
    FROM kept
    JOIN search_words_rels pinned ON pinned.parent_id = kept.parent_id AND pinned.path = 'pins'
    CROSS JOIN LATERAL (VALUES
      ('pages', pinned.pages_id), ('departments', pinned.departments_id), ('press-contacts', pinned.press_contacts_id),
      ('contact-boxes', pinned.contact_boxes_id), ('aktindsigt-guidance', pinned.aktindsigt_guidance_id)
    ) AS pin (collection, id)
    WHERE pin.id IS NOT NULL
    GROUP BY pin.collection, pin.id ORDER BY parent, place LIMIT 10) AS found
$$;

-- Any of these phrases as a query: one with the beginnings of all its words. Null for none.
CREATE FUNCTION search.any_phrase(phrases text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('(' || array_to_string(ARRAY(
    SELECT quote_literal(word) || ':*' FROM string_to_table(phrase, ' ') AS word), '&') || ')', '|')::tsquery
  FROM unnest(phrases) AS phrase
$$;

-- The words that begin as those of the phrases do.
CREATE FUNCTION search.phrase_words(phrases text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    SELECT DISTINCT v.word FROM unnest(phrases) AS phrase, string_to_table(phrase, ' ') AS start
    CROSS JOIN LATERAL (SELECT word FROM search.vocabulary
      WHERE word >= start COLLATE "C" AND word < start || chr(1114111) COLLATE "C" LIMIT 20) AS v)
$$;

-- Any of these words as a query, null for none; they hold letters and digits only. ending: ':*' for beginnings.
CREATE FUNCTION search.any_of(words text[], ending text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(quote_literal(word) || ending, '|')::tsquery FROM unnest(words) AS word
$$;

CREATE FUNCTION search.either(tsquery, tsquery) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce($1 || $2, $1, $2)
$$;

CREATE FUNCTION search.all_of(tsquery[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word tsquery;
  result tsquery;
BEGIN
  FOREACH word IN ARRAY $1 LOOP
    result := coalesce(result && word, word);
  END LOOP;
  RETURN result;
END $$;

-- What was searched for and not found, counted by day. \`missedQuery\` of src/domain/missed-query.ts says what may
-- stand here; the checks hold it once more.
CREATE TABLE search.misses (
  day date,
  query text COLLATE "C" CHECK (length(query) BETWEEN 1 AND 60 AND query !~ '\\d{4}|@'),
  times bigint NOT NULL,
  PRIMARY KEY (day, query)
);

-- Adds to the counts of a day. A day has 1,000 different ones at most, and what is 90 days old is forgotten.
CREATE FUNCTION search.count_misses(today date, queries text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  most constant int := 1000;
BEGIN
  -- One at a time, so that the limit holds.
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

-- What nobody found from \`since\` on and no editor has made a search word for, the most frequent first.
CREATE FUNCTION search.top_misses(since date) RETURNS TABLE (query text, times int) LANGUAGE sql STABLE AS $$
  WITH frequent AS (
    SELECT query, sum(times)::int AS times FROM search.misses WHERE day >= since
    GROUP BY query ORDER BY times DESC, query LIMIT 200
  )
  SELECT query, times FROM frequent WHERE NOT EXISTS (
    SELECT FROM search_words_texts AS word
    WHERE word.path = 'words' AND search.plainest(word.text) = search.plainest(frequent.query) COLLATE "default")
  ORDER BY times DESC, query LIMIT 20
$$;

-- How many times each page was opened, by day; nothing of who did.
CREATE TABLE search.visits (
  day date,
  path text COLLATE "C",
  times bigint NOT NULL,
  PRIMARY KEY (day, path)
);

-- Adds to the counts of a day, in one order, so that servers which do so at once wait for each other in turn. What is
-- 30 days old is forgotten.
CREATE FUNCTION search.count_visits(today date, paths text[], times int[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search.visits WHERE day <= today - 30;
  INSERT INTO search.visits AS known (day, path, times)
  SELECT today, seen.path, seen.times FROM unnest(paths, times) AS seen (path, times) ORDER BY seen.path COLLATE "C"
  ON CONFLICT (day, path) DO UPDATE SET times = known.times + excluded.times;
$$;

-- The pages that were opened most from \`since\` on.
CREATE FUNCTION search.most_visited(since date) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT path FROM search.visits WHERE day >= since GROUP BY path ORDER BY sum(times) DESC, path LIMIT 50
$$;

-- Each of these words as a query of its own.
CREATE FUNCTION search.each_of(words text[]) RETURNS tsquery[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT quote_literal(word)::tsquery FROM unnest(words) AS word)
$$;

-- Word by word the one or the other.
CREATE FUNCTION search.each_either(tsquery[], tsquery[]) RETURNS tsquery[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(search.either(one, other) ORDER BY at) FROM unnest($1, $2) WITH ORDINALITY AS pair (one, other, at)
$$;

CREATE TYPE search.key AS (kind text, collection text, id int, part text);

-- Some entries of each of these kinds that hold any of \`wanted\`. By the indexes of words only: for a limited number
-- the planner would rather read on until it has met enough. Many small queries, as one long one is far slower.
CREATE FUNCTION search.in_words(kinds text[], wanted tsquery[], most int) RETURNS SETOF search.key
LANGUAGE sql STABLE ROWS 300
SET enable_seqscan = off SET enable_indexscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
  ${ofEachKind((table) => `SELECT kind, collection, id, part FROM ${table} WHERE words @@ ANY (wanted) LIMIT most`)}
$$;

-- The same in what one sees of them.
CREATE FUNCTION search.in_head(kinds text[], wanted tsquery[], most int) RETURNS SETOF search.key
LANGUAGE sql STABLE ROWS 300
SET enable_seqscan = off SET enable_indexscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
  ${ofEachKind((table) => `SELECT kind, collection, id, part FROM ${table} WHERE head @@ ANY (wanted) LIMIT most`)}
$$;

-- Those whose titles begin so, in the order of the alphabet.
CREATE FUNCTION search.by_title(kinds text[], written text, most int) RETURNS SETOF search.key
LANGUAGE sql STABLE ROWS 300
SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
  ${ofEachKind(
    (table) => `SELECT kind, collection, id, part FROM ${table}
      WHERE folded >= written COLLATE "C" AND folded < written || chr(1114111) COLLATE "C" ORDER BY folded LIMIT most`,
  )}
$$;

-- Of these kinds those that have texts; people have none.
CREATE FUNCTION search.with_texts(kinds text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_remove(array_remove(kinds, 'contact'), 'leader')
$$;

-- Entries of each of these kinds that hold any of \`heads\` in what one sees of them or any of \`texts\` anywhere.
-- (Compared as text, for queries are equal to PostgreSQL that differ in wanting beginnings.)
CREATE FUNCTION search.hits(kinds text[], heads tsquery[], texts tsquery[], most int) RETURNS SETOF search.key
LANGUAGE plpgsql STABLE ROWS 300 AS $$
BEGIN
  IF heads::text = texts::text THEN
    RETURN QUERY SELECT * FROM search.in_words(kinds, texts, most);
  ELSE
    RETURN QUERY SELECT * FROM search.in_head(kinds, heads, most)
      UNION SELECT * FROM search.in_words(search.with_texts(kinds), texts, most);
  END IF;
END $$;

-- Answers a query: { counts: { kind: number }, near: whether only typing errors found it, words: those that count as
-- found besides the ones that begin as typed, results: [entry] }. Counting ends at five hundred of a kind.
-- typed, plain: the words of the query, with æ ø å as ae oe aa and as the plain letters. within: the kinds that are
-- searched, kinds: those of them that are shown; null for all.
CREATE FUNCTION search.find(typed text[], plain text[], within text[], kinds text[], skip int, most int) RETURNS jsonb
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET jit = off AS $$
DECLARE
  -- So many of a kind are counted, and so many looked at one by one to put the best first.
  counted constant int := 500;
  ranked constant int := 200;
  -- So many of those whose titles begin as typed, and that hold just the words, are among them.
  surely constant int := 60;
  -- Typing errors are looked for when no more than this was found without.
  few constant int := 4;
  -- A query with more words than this that count as found is a costly one.
  costly constant int := 40;
  written constant text COLLATE "C" := array_to_string(typed, ' ');
  searched constant text[] := coalesce(within,
    '{${Object.keys(tables).join(',')}}');
  shown constant text[] := coalesce(kinds, searched);
  -- For each word of the query: just it, what begins with it, with its æ ø å in any way, and so in texts.
  exact tsquery[];
  begins tsquery[];
  starts tsquery[];
  in_texts tsquery[];
  -- What else counts as it, and what does but for a typing error.
  others tsquery[];
  nears tsquery[];
  single tsquery[];
  -- What is looked for: any of these.
  heads tsquery[];
  texts tsquery[];
  also text[] := '{}';
  more text[];
  synonyms text[];
  pins constant search.pins := search.pins(search.plainest(written));
  pinned search.key[];
  hits search.key[];
  -- How many were found without allowing for typing errors.
  well int;
  full_kinds text[] := '{}';
  -- The kinds of which more was found than is looked at, and what is best of them.
  crowded text[];
  foremost search.key[];
  counts jsonb;
  results jsonb;
BEGIN
  IF cardinality(typed) = 0 THEN
    RETURN '{"counts": {}, "near": false, "words": [], "results": []}';
  END IF;
  FOR i IN 1..cardinality(typed) LOOP
    exact[i] := search.any_of(ARRAY[typed[i]], '');
    begins[i] := search.any_of(ARRAY[typed[i]], ':*');
    starts[i] := search.any_of(ARRAY[typed[i], plain[i]], ':*');
    -- One or two letters begin so many words that in texts they are looked for as words.
    in_texts[i] := CASE WHEN length(plain[i]) > 2 THEN starts[i] ELSE search.any_of(ARRAY[typed[i], plain[i]], '') END;
    more := search.other_words(typed[i]);
    synonyms := search.synonyms(search.plainest(typed[i]));
    also := also || more || search.phrase_words(synonyms);
    others[i] := search.either(search.any_of(more, ''), search.any_phrase(synonyms));
    single := search.each_of(more) || search.any_phrase(synonyms);
  END LOOP;
  IF cardinality(typed) = 1 THEN
    heads := starts || single;
    texts := in_texts || single;
  ELSE
    synonyms := search.synonyms(search.plainest(written));
    also := also || search.phrase_words(synonyms);
    single := ARRAY[search.any_of(ARRAY[array_to_string(typed, ''), array_to_string(plain, '')], ':*'),
                    search.any_phrase(synonyms)];
    heads := search.all_of(search.each_either(starts, others)) || single;
    texts := search.all_of(search.each_either(in_texts, others)) || single;
  END IF;
  heads := array_remove(heads, NULL);
  texts := array_remove(texts, NULL);
  SELECT array_agg((e.kind, e.collection, e.id, e.part)::search.key) INTO pinned
  FROM unnest(pins.collections, pins.ids) AS pin (collection, id)
  JOIN search.entries e ON e.collection = pin.collection AND e.id = pin.id AND e.part = ''
  WHERE e.kind = ANY (searched);

  -- Where the words as typed fill the count, nothing need be counted that they stand for.
  IF cardinality(also) > costly THEN
    hits := ARRAY(SELECT search.hits(searched, ARRAY[search.all_of(starts)], ARRAY[search.all_of(in_texts)], counted));
    full_kinds := ARRAY(SELECT kind FROM unnest(hits) GROUP BY kind HAVING count(*) >= counted);
  END IF;
  hits := ARRAY(
    SELECT hit FROM unnest(hits) AS hit WHERE (hit).kind = ANY (full_kinds)
    UNION ALL
    SELECT search.hits(ARRAY(SELECT unnest(searched) EXCEPT SELECT unnest(full_kinds)), heads, texts, counted));
  well := cardinality(hits || pinned);
  IF well <= few THEN
    FOR i IN 1..cardinality(typed) LOOP
      more := search.near_words(typed[i], plain[i]);
      also := also || more;
      nears[i] := search.any_of(more, '');
      single := search.each_of(more);
    END LOOP;
    IF array_remove(nears, NULL) <> '{}' THEN
      IF cardinality(typed) > 1 THEN
        single := ARRAY[search.all_of(search.each_either(search.each_either(in_texts, others), nears))];
      END IF;
      heads := heads || single;
      hits := ARRAY(SELECT unnest(hits) UNION SELECT search.hits(searched, single, single, counted));
    END IF;
  END IF;
  hits := hits || ARRAY(SELECT pin FROM unnest(pinned) AS pin WHERE pin <> ALL (hits));
  SELECT coalesce(jsonb_object_agg(kind, least(n, counted)), '{}'),
         array_agg(kind) FILTER (WHERE n > ranked AND kind = ANY (shown))
  INTO counts, crowded
  FROM (SELECT kind, count(*) AS n FROM unnest(hits) GROUP BY kind) AS counting;

  IF crowded <> '{}' THEN
    foremost := ARRAY(
      SELECT search.by_title(crowded, written, surely)
      UNION SELECT search.in_head(crowded, ARRAY[search.all_of(exact)], surely)
      -- Of people, and for a brief word alone, the hits are such already.
      UNION SELECT search.in_head(
        CASE WHEN length(plain[1]) > 2 OR cardinality(typed) > 1
          THEN search.with_texts(crowded) END, heads, ranked));
  END IF;

  WITH known AS (
    SELECT kind, count(*) AS n FROM unnest(foremost) GROUP BY kind
  ), candidates AS (
    SELECT * FROM unnest(foremost || pinned) WHERE kind = ANY (shown)
    UNION
    SELECT kind, collection, id, part FROM (
      SELECT *, row_number() OVER (PARTITION BY kind) AS place FROM unnest(hits)) AS hit
    LEFT JOIN known USING (kind)
    WHERE kind = ANY (shown) AND place <= ranked - coalesce(n, 0)
  ), best AS (
    SELECT e.*, row_number() OVER (
      ORDER BY pin.place NULLS LAST,
               CASE WHEN cost < 1000 THEN cost ELSE 20 END
               - CASE WHEN e.folded = written THEN 10
                      WHEN starts_with(e.folded, typed[1]) THEN 0.5 ELSE 0 END,
               array_position(ARRAY['contact', 'leader', 'department', 'box', 'page'], e.kind) NULLS LAST,
               e.position, e.title, e.id, e.part) AS place
    FROM candidates
    JOIN search.entries e USING (kind, collection, id, part)
    LEFT JOIN unnest(pins.collections, pins.ids) WITH ORDINALITY AS pin (collection, id, place)
      ON pin.collection = e.collection AND pin.id = e.id AND e.part = ''
    CROSS JOIN LATERAL (
      SELECT sum(CASE
        WHEN e.names @@ exact[i] THEN 0
        WHEN e.names @@ begins[i] THEN 1
        WHEN e.names @@ starts[i] THEN 2
        WHEN e.names @@ others[i] THEN 5
        WHEN e.head @@ starts[i] THEN 10
        WHEN e.head @@ others[i] THEN 15
        WHEN nears IS NULL OR e.words @@ search.either(starts[i], others[i]) THEN 30
        WHEN e.names @@ nears[i] THEN 100
        WHEN e.head @@ nears[i] THEN 110
        WHEN e.words @@ nears[i] THEN 130
        -- Found only as written together, or by a synonym of all that was typed.
        ELSE 1000 END) AS cost
      FROM generate_series(1, cardinality(typed)) AS i) AS costs
    ORDER BY place OFFSET skip LIMIT most
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'kind', kind, 'id', id, 'title', title, 'line', line, 'body', left(body, 8000), 'phones', phones,
    'email', email, 'slug', slug, 'acting', acting, 'page', page) ORDER BY place), '[]')
  INTO results FROM best;
  RETURN jsonb_build_object('counts', counts, 'near', well = 0 AND hits <> '{}',
    'words', to_jsonb(also), 'results', results);
END $$;

SELECT search.read_blocks();
`),
  )
}

/** A query for each kind that is asked for, of its own part of the entries. */
function ofEachKind(query: (table: string) => string): string {
  return Object.entries(tables)
    .map(
      ([kind, table]) =>
        `SELECT * FROM (${query(`search.${table}`)}) AS ${table} WHERE '${kind}' = ANY (kinds)`,
    )
    .join('\n  UNION ALL ')
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DO $$ BEGIN
      EXECUTE replace(pg_get_functiondef('notify_content_changed'::regproc),
                      'IF ids IS NOT NULL THEN PERFORM search.touch(collection, ids); END IF;', '');
    END $$;
    DROP SCHEMA search CASCADE;
    DROP INDEX search_words_parent;
  `)
}

/** The characters that `kind` matches, as ranges for a class of a regular expression of PostgreSQL. */
function ranges(kind: RegExp): string {
  const parts: string[] = []
  let start = -1
  for (let code = 1; code <= 0x110000; code++) {
    // No text holds half a pair.
    const isInside =
      code < 0x110000 && (code < 0xd800 || code > 0xdfff) && kind.test(String.fromCodePoint(code))
    if (isInside && start < 0) start = code
    if (!isInside && start >= 0) {
      parts.push(start === code - 1 ? escape(start) : `${escape(start)}-${escape(code - 1)}`)
      start = -1
    }
  }
  return parts.join('')
}

function escape(code: number): string {
  return `\\U${code.toString(16).padStart(8, '0')}`
}
