import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, inject, test } from 'vitest'
import { ownDatabase } from '../../databases.ts'
import { readPlaces } from '../../bench/size/places.ts'
import { logIn } from '../tools/admin.ts'
import { ask } from '../tools/ask.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { sql } from '../tools/sql.ts'
import { startSite } from '../tools/start-site.ts'
import { runNode } from '../../tools/processes.ts'

// As an operator does it: a backup of the running site, a new place, and every page there is what it was.

const SITE_CLOCK = '2026-12-02T10:00:00+01:00'
const folder = mkdtempSync(path.join(os.tmpdir(), 'rehearsal-'))
const original = useOwnSite({ SITE_CLOCK, SITE_URL: 'http://localhost:3000' })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs one of the programs as `npm run` does. */
const run = (program: string, file: string, environment: Record<string, string>) =>
  runNode(['src/server/run.mjs', `backup/${program}`, file], { LC_ALL: 'C', ...environment })

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What happened, without progress; throws if a line is no JSON. */
const eventsOf = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event?: string }).event)
    .filter((event) => event !== 'progress')

/** What each file of media holds, as a digest. */
function media(dataDir: string): Record<string, string> {
  const folderOfMedia = path.join(dataDir, 'media')
  const files = readdirSync(folderOfMedia, { withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ name }) => [name, digest(readFileSync(path.join(folderOfMedia, name)))]),
  )
}

test('a restored site shows every page and file as it was, and lets the same people in', async () => {
  const png = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const data = new FormData()
  data.set('file', new File([new Uint8Array(png)], 'havnen.png', { type: 'image/png' }))
  data.set('_payload', JSON.stringify({ alt: 'Havnen' }))
  const uploaded = await fetch(`${original.url}/api/media`, {
    method: 'POST',
    headers: { authorization: `JWT ${original.admin.token}` },
    body: data,
  })
  expect(uploaded.status).toBe(201)
  const { doc: picture } = (await uploaded.json()) as { doc: { filename: string } }
  const [page] = await sql<{ id: number }>(
    original.databaseUrl,
    `SELECT id FROM pages WHERE slug = 'forside'`,
  )
  await original.admin.call('PATCH', `/pages/${page?.id}`, { title: 'Før kopien', _status: 'published' })

  // The server makes its slow sizes after the save.
  await expect
    .poll(() => sql(original.databaseUrl, `SELECT id FROM media WHERE sizes_column_avif_filename IS NULL`), {
      timeout: 60_000,
    })
    .toEqual([])

  const file = path.join(folder, 'site.tar')
  const place = { DATABASE_URL: original.databaseUrl, DATA_DIR: original.dataDir }
  const made = await run('backup', file, place)
  expect([made.code, made.output]).toEqual([0, expect.stringContaining('Checked') as unknown])
  expect(eventsOf(made.output)).toEqual(['step', 'backup'])

  const places = await readPlaces(original.databaseUrl)
  expect(places.length).toBeGreaterThan(10)
  const paths = [...places.map((each) => each.path), '/sitemap.xml', '/findes-ikke', '/soeg?q=presse']
  const html = async (url: string) => {
    const all: Record<string, [number, string]> = {}
    for (const each of paths) {
      const { status, text: body } = await ask(url, each)
      all[each] = [status, body.replaceAll(url, 'SITE')]
    }
    return all
  }
  const before = await html(original.url)
  expect(before['/']).toEqual([200, expect.stringContaining('Før kopien') as unknown])

  const database = await ownDatabase(inject('siteDatabaseUrl'))
  const DATA_DIR = path.join(folder, 'data')
  try {
    const back = await run('restore', file, { DATABASE_URL: database.url, DATA_DIR })
    expect([back.code, back.output]).toEqual([0, expect.stringContaining('npm start') as unknown])
    expect(eventsOf(back.output)).toEqual(['step', 'step', 'restored'])
    const again = await run('restore', file, { DATABASE_URL: database.url, DATA_DIR })
    expect([again.code, again.output]).toEqual([1, expect.stringContaining('not empty') as unknown])

    expect(Object.keys(media(DATA_DIR))).toContain(picture.filename)
    expect(Object.keys(media(DATA_DIR)).length).toBeGreaterThan(1)
    expect(media(DATA_DIR)).toEqual(media(original.dataDir))

    const copy = await startSite({
      SITE_CLOCK,
      SITE_URL: 'http://localhost:3000',
      DATABASE_URL: database.url,
      DATA_DIR,
    })
    try {
      expect(await html(copy.url)).toEqual(before)
      expect((await ask(copy.url, `/api/media/file/${picture.filename}`)).status).toBe(200)
      const admin = await logIn(copy.url)
      // Ids go on where they were.
      const { doc } = await admin.call<{ doc: { id: number } }>('POST', '/people', {
        name: 'Efter kopien',
        _status: 'published',
      })
      const [last] = await sql<{ id: number }>(original.databaseUrl, 'SELECT max(id) AS id FROM people')
      expect(doc.id).toBe((last?.id ?? 0) + 1)
    } finally {
      await copy.stop()
    }
  } finally {
    await database.drop()
  }
}, 240_000)

test('without a site or a file there is one clear line', async () => {
  const none = await run('backup', '', { DATABASE_URL: '', DATA_DIR: path.join(folder, 'nothing') })
  expect([none.code, none.output]).toEqual([
    1,
    expect.stringMatching(/^\{[^\n]*"msg":"There is no database in \S+: [^\n]*\}\n$/),
  ])
  const missing = await run('restore', path.join(folder, 'missing.tar'), {
    DATABASE_URL: '',
    DATA_DIR: path.join(folder, 'nothing'),
  })
  expect([missing.code, missing.output]).toEqual([1, expect.stringContaining('cannot be read (ENOENT)')])
})
