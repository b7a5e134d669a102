import type { ClientBase } from 'pg'

const collections = [
  'press_contacts',
  'people',
  'departments',
  'contact_boxes',
  'opening_hours',
  'hours_exceptions',
  'pages',
]

/** Gives each document that has no version one as Payload would: the newest, the same as the document. */
export async function addVersions(client: ClientBase): Promise<void> {
  for (const collection of collections) await addVersionsOf(client, collection)
}

async function addVersionsOf(client: ClientBase, collection: string): Promise<void> {
  const columns = await columnsOf(client, collection)
  const versions = `_${collection}_v`
  const types = await columnsOf(client, versions)
  const own = [...columns.keys()].filter((column) => column !== 'id')
  const copied = own.map((column) => `"${column}"::text::${types.get(`version_${column}`)}`)
  await client.query(`CREATE TEMPORARY TABLE made (id integer PRIMARY KEY, parent_id integer UNIQUE)`)
  await client.query(
    `WITH new AS (
       INSERT INTO ${versions} (parent_id, latest, created_at, updated_at, ${own.map((name) => `"version_${name}"`).join(', ')})
       SELECT id, true, created_at, updated_at, ${copied.join(', ')} FROM ${collection} AS document
       WHERE NOT EXISTS (SELECT FROM ${versions} WHERE parent_id = document.id) ORDER BY id
       RETURNING id, parent_id)
     INSERT INTO made SELECT id, parent_id FROM new`,
  )
  for (const table of await tablesBelow(client, collection)) await copyRows(client, collection, table)
  await client.query('DROP TABLE made')
}

/** Copies a table of array rows, blocks or relationships to the one of the versions. */
async function copyRows(client: ClientBase, collection: string, table: string): Promise<void> {
  const isInBlocks = table.startsWith(`${collection}_blocks`)
  // Relationships and lists of texts name a field by its path, and have no ids of their own.
  const isByPath = /_(rels|texts)$/.test(table)
  const rest = table.slice(collection.length + 1)
  const target = `_${collection}_v${isInBlocks || isByPath ? '' : '_version'}_${rest}`
  const types = await columnsOf(client, target)
  const parent = isByPath ? 'parent_id' : '_parent_id'
  const taken: Record<string, string> = { [parent]: 'made.id' }
  let joined = `JOIN made ON made.parent_id = row.${parent}`
  for (const [column, type] of await columnsOf(client, table)) {
    if (column === parent) {
      // Rows inside a block name its row, which has another id among the versions.
      if (type === 'character varying') {
        taken[parent] = 'above.id'
        joined = `JOIN ${targetAbove(target)} AS above ON above._uuid = row._parent_id JOIN made ON made.id = above._parent_id`
      }
    } else if (column === 'id') {
      if (!isByPath) taken._uuid = 'row.id'
    } else if (column === '_path' || (column === 'path' && isByPath))
      taken[column] = `'version.' || row.${column}`
    else taken[column] = `row."${column}"::text::${types.get(column)}`
  }
  await client.query(
    `INSERT INTO ${target} (${Object.keys(taken)
      .map((column) => `"${column}"`)
      .join(', ')})
     SELECT ${Object.values(taken).join(', ')} FROM ${table} AS row ${joined}`,
  )
}

/** `…_accordion_items` stands inside `…_accordion`. */
const targetAbove = (table: string): string => table.slice(0, table.lastIndexOf('_'))

/** Types by column. */
async function columnsOf(client: ClientBase, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  )
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/** Blocks before what stands inside them. */
async function tablesBelow(client: ClientBase, collection: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND starts_with(tablename, $1 || '_') ORDER BY length(tablename)`,
    [collection],
  )
  return rows.map(({ name }) => name)
}
