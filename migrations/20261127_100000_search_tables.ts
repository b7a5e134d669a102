import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

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
 * The tables of search, whichever form of `20261122_100000_search` made them: that migration was changed after it had
 * landed, and what came later in it is missing where an earlier form has run. Changes nothing where the last has.
 * The entries are made anew by the set-up; what was counted stays. The functions are in src/database.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
-- Entries in one table for all kinds, as they once were, are made anew in a table for each.
DO $$ BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = to_regclass('search.entries')) = 'r' THEN
    DROP TABLE search.entries;
  END IF;
END $$;
CREATE TABLE IF NOT EXISTS search.entries (
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
    ([kind, table]) =>
      `CREATE TABLE IF NOT EXISTS search.${table} PARTITION OF search.entries FOR VALUES IN ('${kind}');`,
  )
  .join('\n')}
CREATE INDEX IF NOT EXISTS entries_folded ON search.entries (folded);
CREATE INDEX IF NOT EXISTS entries_page ON search.entries (page) WHERE page IS NOT NULL;
CREATE INDEX IF NOT EXISTS entries_head ON search.entries USING gin (head) WITH (fastupdate = off);
CREATE INDEX IF NOT EXISTS entries_words ON search.entries USING gin (words) WITH (fastupdate = off);

-- Words that editors keep are compared without regard to how æ ø å are typed.
CREATE OR REPLACE FUNCTION search.plainest(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(search.fold($1), '(a)[ae]|(o)e', '\\1\\2', 'g')
$$;
CREATE INDEX IF NOT EXISTS search_words_plainest ON search_words_texts (search.plainest(text)) WHERE path = 'words';
CREATE INDEX IF NOT EXISTS search_words_parent ON search_words_texts (parent_id);

-- What was searched for and not found, counted by day.
CREATE TABLE IF NOT EXISTS search.misses (
  day date,
  query text COLLATE "C" CHECK (length(query) BETWEEN 1 AND 60 AND query !~ '\\d{4}|@'),
  times bigint NOT NULL,
  PRIMARY KEY (day, query)
);

-- How many times each page was opened, by day; nothing of who did.
CREATE TABLE IF NOT EXISTS search.visits (
  day date,
  path text COLLATE "C",
  times bigint NOT NULL,
  PRIMARY KEY (day, path)
);
`),
  )
}

/** Nothing to take back: the tables are as the last form of the migration before makes them. */
export async function down(): Promise<void> {}
