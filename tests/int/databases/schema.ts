import { Client } from 'pg'

/**
 * All that a database is made of, one line an object: tables, columns, indexes, constraints, triggers, functions with
 * their bodies, types. Two databases with the same lines work the same.
 */
export async function schemaOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ line: string }>(OBJECTS)
    return rows.map(({ line }) => line)
  } finally {
    await client.end()
  }
}

const OBJECTS = `
  WITH ours AS (
    SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'
  ), tables AS (
    SELECT t.*, t.oid::regclass AS name FROM pg_class t JOIN ours ON ours.oid = t.relnamespace
  ), own_functions AS (
    SELECT p.oid FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  ), objects (line) AS (
    SELECT format('schema %s: %s', nspname, obj_description(oid, 'pg_namespace')) FROM ours
    UNION ALL
    SELECT format('relation %s: %s %s %s', name, relkind, relpersistence, pg_get_expr(relpartbound, oid)) FROM tables
    UNION ALL
    SELECT format('column %s.%I: %s %s %s %s %s', name, attname, format_type(atttypid, atttypmod),
      attcollation::regcollation, CASE WHEN attnotnull THEN 'required' END, attgenerated,
      pg_get_expr(d.adbin, d.adrelid))
    FROM tables
    JOIN pg_attribute a ON a.attrelid = tables.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE relkind IN ('r', 'p', 'c')
    UNION ALL
    SELECT 'index ' || pg_get_indexdef(oid) FROM tables WHERE relkind IN ('i', 'I')
    UNION ALL
    SELECT format('constraint %s.%I: %s', name, conname, pg_get_constraintdef(c.oid))
    FROM tables JOIN pg_constraint c ON c.conrelid = tables.oid
    UNION ALL
    SELECT 'trigger ' || pg_get_triggerdef(g.oid)
    FROM tables JOIN pg_trigger g ON g.tgrelid = tables.oid AND NOT g.tgisinternal
    UNION ALL
    SELECT 'function ' || pg_get_functiondef(oid) FROM own_functions
    UNION ALL
    SELECT format('enum %s: %s', enumtypid::regtype, string_agg(enumlabel, ', ' ORDER BY enumsortorder))
    FROM pg_enum GROUP BY enumtypid
  )
  SELECT line FROM objects ORDER BY line COLLATE "C"`
