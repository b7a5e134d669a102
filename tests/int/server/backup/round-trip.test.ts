import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getPayload, type Migration, type Payload } from 'payload'
import { migrations } from '../../../../migrations/index.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { schemaOf } from '../../databases/schema.ts'
import { fillPlace, openPlace, rowsOf, sequencesOf } from './two-places.ts'

// What is restored is what was: every row, every number of a sequence, every file.

const folder = mkdtempSync(path.join(os.tmpdir(), 'backup-'))
const places: Awaited<ReturnType<typeof openPlace>>[] = []

async function place() {
  const opened = await openPlace()
  places.push(opened)
  return opened
}

/** A site with its first content. */
async function site() {
  const opened = await place()
  await fillPlace(opened)
  return opened
}

/** Numbers of transactions belong to one cluster; what is touched is worked off in the background. */
const ofItsOwn = ['changes.log', 'changes.horizon', 'desk.touched', 'search.touched']

let original: Awaited<ReturnType<typeof site>>
let payload: Payload
const file = path.join(folder, 'whole.tar')
const odd = 'Tab\tlinje\nskrå\\N \\. "citat" \'enkelt\' 😀 ø \u00a0'
const longName = `${'meget-langt-navn-æøå-'.repeat(8)}.png`

beforeAll(async () => {
  original = await site()
  const { default: config } = await import('../../../../payload.config.ts')
  payload = await getPayload({ config })
  payload.db.pool.on('error', () => {})
  await original.addFile('kort.png', Buffer.from([0, 255, 10, 13, 0]))
  await original.addFile('tom.pdf', '')
  await original.addFile(longName, 'x'.repeat(700_000))
  await sql(original.url, `UPDATE people SET name = $1 WHERE id = (SELECT min(id) FROM people)`, [odd])
  await sql(original.url, `INSERT INTO search.misses (day, query, times) VALUES ('2026-11-28', 'sø', 3)`)
  await sql(original.url, `INSERT INTO search.visits (day, path, times) VALUES ('2026-11-28', '/', 7)`)
  await original.backup(file)
})

afterAll(async () => {
  for (const each of places) await each.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('every row, sequence and file of a restored site is what it was, and so is what it is made of', async () => {
  const copy = await place()
  await copy.restore(file)
  // What search knows is made anew, from the same content.
  await sql(original.url, 'CALL search.rebuild()')
  await sql(original.url, 'CALL desk.rebuild()')
  const [before, after] = [await rowsOf(original.url, ofItsOwn), await rowsOf(copy.url, ofItsOwn)]
  expect(Object.values(before).flat().length).toBeGreaterThan(500)
  expect(after).toEqual(before)
  expect(await sequencesOf(copy.url)).toEqual(await sequencesOf(original.url))
  expect(await schemaOf(copy.url)).toEqual(await schemaOf(original.url))
  expect(readdirSync(copy.mediaFolder).toSorted()).toEqual(['kort.png', longName, 'tom.pdf'].toSorted())
  for (const name of readdirSync(copy.mediaFolder)) {
    expect(copy.read(name).equals(original.read(name))).toBe(true)
    expect(statSync(path.join(copy.mediaFolder, name)).mode & 0o777).toBe(0o600)
  }
  const [found] = await sql(copy.url, 'SELECT name FROM people ORDER BY id LIMIT 1')
  expect(found).toEqual({ name: odd })
})

test('only its owner may read a backup, and nothing else is left beside it', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['whole.tar'])
  expect(readdirSync(original.mediaFolder)).not.toContain('.backup')
})

test('a backup leaves out only what a site makes anew', async () => {
  const { manifest } = await original.backup(path.join(folder, 'tables.tar'))
  const held = manifest.tables.map(({ schema, name }) => `${schema}.${name}`)
  const all = await sql<{ name: string }>(
    original.url,
    `SELECT format('%s.%s', n.nspname, t.relname) AS name FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition AND n.nspname !~ '^pg_|^information_schema$' ORDER BY name`,
  )
  expect(all.map(({ name }) => name).filter((name) => !held.includes(name))).toEqual([
    'accounts.questions',
    'changes.horizon',
    'changes.log',
    'desk.entries',
    'desk.touched',
    'desk.vocabulary',
    'search.entries',
    'search.touched',
    'search.vocabulary',
    // Who tried to log in.
    'server.login_attempts',
  ])
})

test('a backup made while editors save holds each document with its newest version', async () => {
  const { docs } = await payload.find({ collection: 'people', limit: 5, sort: 'id' })
  const editors = { isDone: false, saves: 0 }
  const editing = (async () => {
    while (!editors.isDone) {
      const name = `Navn ${++editors.saves}`
      for (const { id } of docs) {
        await payload.update({ collection: 'people', id, data: { name, _status: 'published' } })
      }
    }
  })()
  const live = path.join(folder, 'live.tar')
  for (let round = 1; editors.saves < 3; round++) {
    await original.backup(path.join(folder, `warm-${round}.tar`))
  }
  await original.backup(live)
  editors.isDone = true
  await editing
  const copy = await place()
  await copy.restore(live)
  const rows = await sql<{ name: string; version: string }>(
    copy.url,
    `SELECT p.name, v.version_name AS version FROM people p JOIN _people_v v ON v.parent_id = p.id AND v.latest
     WHERE p.name LIKE 'Navn %'`,
  )
  expect(rows.length).toBe(docs.length)
  expect(rows.filter(({ name, version }) => name !== version)).toEqual([])
})

test('a file that is deleted while the backup is made is in it; one that was not there is named', async () => {
  const source = await site()
  await source.addFile('slettes.png', 'her til sidst')
  await sql(source.url, `INSERT INTO media (alt, filename) VALUES ('et billede', 'findes-ikke.png')`)
  const target = path.join(folder, 'deleted.tar')
  const { manifest } = await source.backup(target, () =>
    rmSync(path.join(source.mediaFolder, 'slettes.png'), { force: true }),
  )
  expect(manifest).toMatchObject({ media: ['slettes.png'], missing: ['findes-ikke.png'] })
  const copy = await place()
  await copy.restore(target)
  expect(copy.read('slettes.png').toString()).toBe('her til sidst')
}, 180_000)

test('the backup of an older release is brought forward', async () => {
  const old = await place()
  process.env.DATABASE_URL = old.url
  const first = migrations.slice(0, 4)
  const target = path.join(folder, 'old.tar')
  await migrateTo(old.url, first as unknown as Migration[])
  await sql(old.url, `INSERT INTO people (name, _status) VALUES ('Fra dengang', 'published')`)
  await sql(
    old.url,
    `INSERT INTO pages (title, slug, summary, _status) VALUES ('Forside', 'forside', 'x', 'published')`,
  )
  await old.backup(target)
  const copy = await place()
  await copy.restore(target)
  expect(await sql(copy.url, 'SELECT name FROM people')).toEqual([{ name: 'Fra dengang' }])
  const [count] = await sql(copy.url, 'SELECT count(*)::int AS count FROM payload_migrations')
  expect(count).toEqual({ count: migrations.length })
  expect(await schemaOf(copy.url)).toEqual(await schemaOf(original.url))
})

/** Runs some of the migrations on a database. */
async function migrateTo(url: string, some: Migration[]): Promise<void> {
  const { postgresAdapter } = await import('@payloadcms/db-postgres')
  const { buildConfig, BasePayload } = await import('payload')
  const db = postgresAdapter({ push: false, pool: { connectionString: url } })
  const config = await buildConfig({ secret: 'only for this test', telemetry: false, db, collections: [] })
  const cms = await new BasePayload().init({ config, disableOnInit: true })
  // Payload never closes its connections (`destroy` neither); dropping the database does, and says so on each.
  cms.db.pool.on('error', () => {})
  await cms.db.migrate({ migrations: some })
}
