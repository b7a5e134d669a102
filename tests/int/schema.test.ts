import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { functionsOfMigrations } from '../../src/server/setup/functions.ts'
import { runSetup } from '../../src/server/setup/run-setup.ts'
import { sql } from '../e2e/tools/sql.ts'
import { freshDatabase } from './fresh-database.ts'
import { schemaOf } from './databases/schema.ts'

// Every way leads to the same place: what a start makes of a database is the same, whatever stood there before.

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let expected: string[]

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'schema-'))

beforeAll(async () => {
  fresh = await freshDatabase()
  await setUp(fresh.url)
  expected = await schemaOf(fresh.url)
}, 240_000)

afterAll(async () => {
  await fresh.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

/**
 * Functions whose results are stored, in a column or an index, and those that these call. One of them changes only with
 * a migration that makes anew what it made.
 */
const stored = [
  'search.beginnings',
  'search.fold',
  'search.joined',
  'search.numbers',
  'search.plainest',
  'search.stem',
  'search.unhyphened',
  'search.words',
]

test('functions whose results are stored are known, and no file of src/database replaces them', async () => {
  const { rows } = await query<{ name: string }>(
    fresh.url,
    `SELECT oid::regproc::text AS name FROM (${functionsOfMigrations}) AS kept
     WHERE oid IN (SELECT oid FROM pg_proc WHERE pronamespace IN ('search'::regnamespace, 'public'::regnamespace))
       AND oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_proc'::regclass AND deptype = 'e')
     ORDER BY name`,
  )
  expect(rows.map(({ name }) => name)).toEqual(stored)
  const folder = path.resolve(import.meta.dirname, '../../src/database')
  const made = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .flatMap((file) => [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(/^CREATE OR REPLACE \w+ ([\w.]+)/gm),
    ])
    .map(([, name]) => name ?? '')
  expect(made).toContain('search.find')
  expect(made.filter((name) => stored.includes(name))).toEqual([])
})

test.for([
  // Search was made before there were words of editors for it; their migration came in before it later.
  { form: 'search-first', after: '_time' },
  { form: 'search-before-kinds', after: '_search_words' },
])('a database with $form ends as a new one does', { timeout: 240_000 }, async ({ form, after }) => {
  const older = await freshDatabase()
  const client = new Client({ connectionString: older.url })
  await client.connect()
  try {
    const last = migrations.findIndex(({ name }) => name.endsWith(after))
    for (const { up, name } of migrations.slice(0, last + 1)) {
      await up({ db: drizzle(client) } as unknown as Parameters<typeof up>[0])
      await client.query('INSERT INTO payload_migrations (name, batch) VALUES ($1, 1)', [name])
    }
    await client.query('CREATE EXTENSION pg_trgm; CREATE EXTENSION fuzzystrmatch; CREATE SCHEMA search')
    await client.query(expected.find((line) => line.includes('FUNCTION search.fold('))?.slice(9) ?? '')
    await client.query(readFileSync(path.join(import.meta.dirname, `fixtures/${form}.sql`), 'utf8'))
    await client.query(
      `INSERT INTO payload_migrations (name, batch) VALUES ('20261122_100000_search', 1);
       INSERT INTO press_contacts (name, slug, title, _status) VALUES ('Gorm Gammel', 'gorm', 'x', 'published')`,
    )
    const isCounted = form === 'search-before-kinds'
    if (isCounted) await client.query(`SELECT search.count_misses('2026-11-23', '{rumraket}')`)
    await setUp(older.url)
    expect(await schemaOf(older.url)).toEqual(expected)
    const { rows } = await client.query<{ times: number; title: string }>(
      `SELECT (SELECT times::int FROM search.misses WHERE query = 'rumraket') AS times,
              search.find('{gorm}', '{gorm}', NULL, NULL, 0, 20) #>> '{results,0,title}' AS title`,
    )
    expect(rows).toEqual([{ times: isCounted ? 1 : null, title: 'Gorm Gammel' }])
  } finally {
    await client.end()
    await older.drop()
  }
})

test('a start with other functions makes them what the files say, and nothing is left of others', async () => {
  await sql(
    fresh.url,
    `COMMENT ON SCHEMA search IS 'other files';
     DROP FUNCTION search.most_visited;
     CREATE FUNCTION search.most_visited(since date, most int) RETURNS int LANGUAGE sql AS 'SELECT 1';
     DROP FUNCTION search.count_misses;
     CREATE FUNCTION search.count_misses(today date, queries text[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
     CREATE TYPE search.forgotten AS (id int);
     CREATE FUNCTION search.forgotten() RETURNS search.forgotten LANGUAGE sql AS 'SELECT 1';
     CREATE OR REPLACE FUNCTION watch_content() RETURNS void LANGUAGE sql AS '';
     CREATE OR REPLACE FUNCTION search.refresh_touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  )
  await setUp(fresh.url)
  expect(await schemaOf(fresh.url)).toEqual(expected)
})

async function setUp(databaseUrl: string): Promise<void> {
  process.env.DATABASE_URL = databaseUrl
  process.env.PAYLOAD_SECRET = 'only for this test'
  await runSetup({ databaseUrl, dataDir, progress: () => {}, signal: new AbortController().signal })
}

async function query<Row extends object>(url: string, sql: string): Promise<{ rows: Row[] }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query<Row>(sql)
  } finally {
    await client.end()
  }
}
