import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Who did what (docs/decisions/024-trail.md): the name of whoever saved a document, in it and in each of its versions, and
 * a trail that grows only. What guards the trail belongs to this migration, and not to src/database, so that an operator may
 * give all of it to another account than the site's.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
${tables.map((table) => `ALTER TABLE ${table} ADD COLUMN updated_by varchar;`).join('\n')}
${versions.map((table) => `ALTER TABLE ${table} ADD COLUMN version_updated_by varchar;`).join('\n')}

CREATE SCHEMA trail;
CREATE TABLE trail.events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  -- src/domain/text/trail-kinds.ts
  kind text COLLATE "C" NOT NULL,
  -- Whoever did it, as they were called then; null: the site itself, or nobody knows. No foreign key, as accounts may go.
  user_id integer,
  user_name text,
  -- The slug of a collection or global, the number of a document, and what it was called then.
  collection text COLLATE "C",
  document_id integer,
  title text,
  slug text,
  for_administrators boolean NOT NULL DEFAULT false
);
CREATE INDEX events_at ON trail.events (at, id);
CREATE INDEX events_kind_at ON trail.events (kind, at, id);
CREATE INDEX events_user_at ON trail.events (user_id, at, id);
CREATE INDEX events_user_kind_at ON trail.events (user_id, kind, at, id);

CREATE FUNCTION trail.keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - interval '13 months' THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'The trail cannot be changed' USING ERRCODE = 'AK020';
END $$;
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON trail.events FOR EACH ROW EXECUTE FUNCTION trail.keep();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON trail.events FOR EACH STATEMENT EXECUTE FUNCTION trail.keep();
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
DROP SCHEMA trail CASCADE;
${tables.map((table) => `ALTER TABLE ${table} DROP COLUMN updated_by;`).join('\n')}
${versions.map((table) => `ALTER TABLE ${table} DROP COLUMN version_updated_by;`).join('\n')}
`),
  )
}

const versions = [
  '_press_contacts_v',
  '_departments_v',
  '_people_v',
  '_contact_boxes_v',
  '_opening_hours_v',
  '_hours_exceptions_v',
  '_pages_v',
  '_aktindsigt_guidance_v',
  '_grundfortaelling_v',
  '_pejlemaerker_v',
  '_press_duty_v',
  '_header_v',
  '_footer_v',
  '_labels_v',
]

const tables = [
  ...versions.map((table) => table.replace(/^_(.*)_v$/, '$1')),
  'calendar_days',
  'media',
  'search_words',
  'redirects',
  'users',
]
