import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkArchive, MANIFEST, SUMS } from '../../../../src/server/backup/file/archive.ts'
import { mark } from '../../../../src/server/backup/empty-place.ts'
import { say } from '../../../../src/server/tell/language.ts'
import { entriesOf, tarWriter } from '../../../../src/server/backup/file/tar.ts'
import { runSetup } from '../../../../src/server/setup/run-setup.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import own from '../../../../package.json' with { type: 'json' }
import { schemaOf } from '../../databases/schema.ts'
import { fillPlace, never, openPlace } from './two-places.ts'

// A restore happens wholly, into an empty place, from a whole file, or not at all.

const folder = mkdtempSync(path.join(os.tmpdir(), 'backup-'))
const file = path.join(folder, 'small.tar')
const places: Awaited<ReturnType<typeof openPlace>>[] = []

async function place() {
  const opened = await openPlace()
  places.push(opened)
  return opened
}

let source: Awaited<ReturnType<typeof openPlace>>

beforeAll(async () => {
  source = await place()
  await fillPlace(source)
  await source.addFile('a.png', 'et billede')
  await source.addFile('b.png', 'et andet')
  await source.backup(file)
})

afterAll(async () => {
  for (const each of places) await each.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** The backup with some of its entries' texts changed, and whole again. */
async function changed(name: string, change: (manifest: Record<string, unknown>) => void): Promise<string> {
  const target = path.join(folder, name)
  const bytes = await contents(file)
  const manifest = JSON.parse(bytes.get(MANIFEST)?.toString() ?? '') as Record<string, unknown>
  change(manifest)
  bytes.set(MANIFEST, Buffer.from(JSON.stringify(manifest)))
  bytes.delete(SUMS)
  const sums = [...bytes].map(
    ([entry, content]) => `${createHash('sha256').update(content).digest('hex')}  ${entry}\n`,
  )
  bytes.set(SUMS, Buffer.from(sums.join('')))
  const handle = await open(target, 'wx')
  const tar = tarWriter(handle, 0)
  for (const [entry, content] of bytes) await tar.add(entry, content.length, [content])
  await tar.finish()
  await handle.close()
  return target
}

async function contents(of: string): Promise<Map<string, Buffer>> {
  const handle = await open(of)
  const bytes = new Map<string, Buffer>()
  for await (const { name, offset, size } of entriesOf(handle)) {
    const { buffer: content } = await handle.read({ buffer: Buffer.alloc(size), position: offset })
    bytes.set(name, content)
  }
  await handle.close()
  return bytes
}

test('the usual tools read a backup', () => {
  const out = path.join(folder, 'unpacked')
  mkdirSync(out)
  expect(spawnSync('tar', ['xf', file, '-C', out]).status).toBe(0)
  expect(readFileSync(path.join(out, 'media/a.png'), 'utf8')).toBe('et billede')
  const sums = spawnSync('sha256sum', ['--check', '--quiet', SUMS], { cwd: out, encoding: 'utf8' })
  expect([sums.status, sums.stdout]).toEqual([0, ''])
  rmSync(out, { recursive: true })
})

test('a damaged byte anywhere is found, or changes nothing that is restored', async () => {
  const whole = readFileSync(file)
  const target = path.join(folder, 'damaged.tar')
  const before = await contents(file)
  const step = Math.floor(whole.length / 400)
  let found = 0
  for (let at = 0; at < whole.length; at += step) {
    const copy = Buffer.from(whole)
    copy[at] = (copy[at] ?? 0) ^ 0x15
    writeFileSync(target, copy)
    const archive = await checkArchive(target, never).catch((error: Error) => {
      if (!error.message.includes(target)) throw error
      return null
    })
    if (!archive) found++
    else {
      for (const [name, content] of before) {
        if (!(await buffer(archive.read(name))).equals(content)) throw new Error(`Byte ${at} changed ${name}`)
      }
    }
  }
  expect(found).toBeGreaterThan(200)
})

test.for([0, 1, 511, 512, 5_000, -513, -1025])('a file cut to %i bytes is refused', async (length) => {
  const target = path.join(folder, 'cut.tar')
  writeFileSync(target, readFileSync(file))
  truncateSync(target, length < 0 ? readFileSync(file).length + length : length)
  await expect(checkArchive(target, never)).rejects.toThrow(target)
})

test.for(['not a tar', 'x'.repeat(4096)])('another file is refused', async (text) => {
  const target = path.join(folder, 'other.tar')
  writeFileSync(target, text)
  await expect(checkArchive(target, never)).rejects.toThrow(target)
})

test.for<[string, (manifest: Record<string, unknown>) => void]>([
  ['release', (manifest) => (manifest.release = '99.1.0')],
  ['migration', (manifest) => (manifest.migrations = [...(manifest.migrations as string[]), '30000101_x'])],
  ['format', (manifest) => (manifest.format = 2)],
])('a backup of a newer %s is refused, and nothing is touched', async ([name, change]) => {
  const newer = await changed(`${name}.tar`, change)
  const target = await place()
  const release = name === 'release' ? '99.1.0' : own.version
  await expect(target.restore(newer)).rejects.toThrow(release)
  expect(await tablesIn(target.url)).toBe(0)
})

test('a place that is not empty is refused, and stays as it is', async () => {
  const other = await place()
  await sql(other.url, 'CREATE TABLE mine (a int)')
  await expect(other.restore(file)).rejects.toThrow('mine')
  expect(await tablesIn(other.url)).toBe(1)

  const full = await place()
  mkdirSync(full.mediaFolder)
  writeFileSync(path.join(full.mediaFolder, 'a.png'), 'mit')
  await expect(full.restore(file)).rejects.toThrow('a.png')
  expect([full.read('a.png').toString(), await tablesIn(full.url)]).toEqual(['mit', 0])
})

test.for([
  { da: 'tabeller', en: 'tables' },
  { da: 'filer', en: 'files' },
  { da: 'ajourføring', en: 'bringing up to date' },
])('a restore that is stopped at »$en« leaves the place empty', async (stage) => {
  const target = await place()
  const before = await schemaOf(target.url)
  const stopping = new AbortController()
  const restoring = target.restore(file, stopping.signal, (words) => {
    if (words.endsWith(say(stage))) stopping.abort()
  })
  await expect(restoring).rejects.toThrow('aborted')
  expect(await schemaOf(target.url)).toEqual(before)
  expect(readdirSync(target.dataDir, { recursive: true })).not.toContain('media/a.png')
})

test('no site starts on what a killed restore has left; another restore clears it away', async () => {
  const target = await place()
  const client = new Client({ connectionString: target.url })
  await client.connect()
  await mark(client)
  await client.end()
  await sql(
    target.url,
    `CREATE SCHEMA search; CREATE TABLE search.entries (a int); CREATE TYPE kind AS ENUM ('a');
     CREATE TABLE pages (id serial, kind kind); CREATE FUNCTION f(kind) RETURNS int LANGUAGE sql AS 'SELECT 1'`,
  )
  mkdirSync(target.mediaFolder)
  writeFileSync(path.join(target.mediaFolder, 'a.png'), 'hal')
  const start = runSetup({
    databaseUrl: target.url,
    dataDir: target.dataDir,
    progress: () => {},
    signal: never,
  })
  await expect(start).rejects.toThrow('npm run restore')
  await target.restore(file)
  expect(target.read('a.png').toString()).toBe('et billede')
  expect(await schemaOf(target.url)).toEqual(await schemaOf(source.url))
})

test('one backup of a database at a time', async () => {
  let second: Promise<unknown> | null = null
  await source.backup(path.join(folder, 'first.tar'), () => {
    second ??= source.backup(path.join(folder, 'second.tar')).catch((error: unknown) => error)
  })
  expect(await second).toMatchObject({ name: 'StartError' })
  await expect(source.backup(file)).rejects.toThrow(file)
})

async function tablesIn(url: string): Promise<number> {
  const rows = await sql(url, `SELECT FROM pg_tables WHERE schemaname !~ '^pg_|^information_schema$'`)
  return rows.length
}
