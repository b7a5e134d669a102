import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { runSetup } from '../../src/server/setup/run-setup.ts'
import { freshDatabase, migratedCms } from './fresh-database.ts'
import { sql } from '../e2e/tools/sql.ts'

let payload: Payload
let database: Awaited<ReturnType<typeof migratedCms>>

beforeAll(async () => {
  database = await migratedCms()
  payload = database.payload
})

afterAll(() => database.drop())

test('`migrate:create` would add nothing', async () => {
  const adapter = payload.db as unknown as SchemaAdapter
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const folder = path.resolve(import.meta.dirname, '../../migrations')
  const newest = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .at(-1)
  const before = JSON.parse(readFileSync(path.join(folder, newest ?? ''), 'utf8')) as object
  const after = await generateDrizzleJson(adapter.schema)
  expect(await generateMigration(before, after)).toEqual([])
})

test('the migrated tables have the columns that Payload asks for', async () => {
  const adapter = payload.db as unknown as SchemaAdapter
  const { tables } = await adapter.requireDrizzleKit().generateDrizzleJson(adapter.schema)
  const expected = Object.values(tables).flatMap(({ name, columns }) =>
    Object.values(columns).map((column) => `${name}.${column.name}${column.notNull ? ' required' : ''}`),
  )
  const actual = await sql<{ column: string }>(
    database.url,
    `SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN ' required' ELSE '' END AS "column"
       FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  expect(actual.map(({ column }) => column).toSorted()).toEqual(expected.toSorted())
})

test('every migration file is in the list that runs, in the order of its name', () => {
  const files = readdirSync(path.resolve(import.meta.dirname, '../../migrations'))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => path.basename(file, '.ts'))
  expect(migrations.map(({ name }) => name)).toEqual(files.toSorted())
})

test('every content table tells its changes', async () => {
  const tables = await contentTables(database.url)
  expect(tables.length).toBeGreaterThan(40)
  expect(tables.filter(({ events }) => events !== 'DELETE,INSERT,UPDATE')).toEqual([])
})

test('a table that a later migration adds is watched as well', async () => {
  await sql(
    database.url,
    `CREATE TABLE news (id serial PRIMARY KEY);
     CREATE TABLE news_items (id serial PRIMARY KEY, _parent_id int REFERENCES news (id));
     SELECT watch_content()`,
  )
  const told = await notifications(database.url, [
    'INSERT INTO news VALUES (7)',
    'INSERT INTO news_items VALUES (1, 7)',
  ])
  await sql(database.url, 'DROP TABLE news_items, news')
  expect(told).toEqual([['news:7'], ['news:7']])
})

test('two servers that start at once on an empty database both get it ready, once', async () => {
  const empty = await freshDatabase()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'setup-'))
  const setup = (name: string) => {
    const dataDir = path.join(folder, name)
    mkdirSync(dataDir)
    return runSetup({
      databaseUrl: empty.url,
      dataDir,
      progress: () => {},
      signal: new AbortController().signal,
    })
  }
  try {
    process.env.DATABASE_URL = empty.url
    delete process.env.ADMIN_EMAIL
    delete process.env.ADMIN_PASSWORD
    const administrators = await Promise.all([setup('one'), setup('other')])
    expect(administrators.filter(Boolean)).toEqual([
      { email: 'admin@example.dk', password: expect.stringMatching(/^[\w-]{20}$/) as unknown },
    ])
    const [counts] = await sql(
      empty.url,
      `SELECT (SELECT count(*)::int FROM users) AS users,
              (SELECT count(*)::int FROM pages) - (SELECT count(DISTINCT (parent_id, slug))::int FROM pages) AS doubles,
              (SELECT count(*)::int FROM payload_migrations) AS migrations`,
    )
    expect(counts).toEqual({ users: 1, doubles: 0, migrations: migrations.length })
    expect(await setup('third')).toBeNull()

    // Whoever changes a row of content by hand, visitors see it.
    const filled: string[] = []
    for (const { name } of await contentTables(empty.url)) {
      const [row] = await sql<{ some: boolean }>(empty.url, `SELECT EXISTS (SELECT FROM ${name}) AS some`)
      if (row?.some) filled.push(name)
    }
    expect(filled.length).toBeGreaterThan(25)
    const updates = filled.map(
      (name) => `UPDATE ${name} SET id = id WHERE ctid IN (SELECT ctid FROM ${name} LIMIT 1)`,
    )
    const told = await notifications(empty.url, updates)
    const untold = filled.filter((_, index) => !told[index]?.some((what) => /^[a-z-]+:\d+$/.test(what)))
    expect(untold).toEqual([])
  } finally {
    process.env.DATABASE_URL = database.url
    await empty.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What Payload's PostgreSQL adapter has for `migrate:create`. */
type SchemaAdapter = {
  schema: object
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: object) => Promise<{
      tables: Record<string, { name: string; columns: Record<string, { name: string; notNull: boolean }> }>
    }>
    generateMigration: (before: object, after: object) => Promise<string[]>
  }
}

/** All tables but Payload's own, the accounts and the versions, with the events their `content_changed_*` triggers see. */
function contentTables(url: string): Promise<{ name: string; events: string }[]> {
  return sql(
    url,
    `SELECT table_name AS name, coalesce(
       (SELECT string_agg(event_manipulation, ',' ORDER BY event_manipulation) FROM information_schema.triggers
         WHERE event_object_table = table_name AND trigger_name LIKE 'content_changed_%'), '') AS events
       FROM information_schema.tables
      WHERE table_schema = 'public' AND table_name !~ '^(payload_|users|_)' ORDER BY name`,
  )
}

/** What is told on `content_changed` after each of the statements. */
async function notifications(url: string, statements: string[]): Promise<string[][]> {
  const client = new Client({ connectionString: url })
  const heard: string[] = []
  // The number of the transaction comes last.
  client.on('notification', ({ payload = '' }) => heard.push(payload.split(' ')[0] ?? ''))
  client.on('error', () => {})
  await client.connect()
  await client.query('LISTEN content_changed')
  const told: string[][] = []
  for (const statement of statements) {
    await client.query(statement)
    // What a session tells itself arrives before the answer to its next question.
    await client.query('SELECT 1')
    told.push(heard.splice(0))
  }
  await client.end()
  return told
}
