import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findFreePort } from '../../../src/server/machine/ports.ts'
import { logIn } from '../tools/admin.ts'
import { sql } from '../tools/sql.ts'
import { ask } from '../tools/ask.ts'
import { filledDatabase } from '../tools/own-site.ts'
import { type RunningSite, startSite } from '../tools/start-site.ts'

type Size = { url: string | null; filename: string | null }
type Sizes = Record<'column' | 'columnAvif' | 'portrait', Size>
type Doc = { id: number; url: string; filename: string; sizes: Sizes }

const folder = mkdtempSync(path.join(os.tmpdir(), 's3-'))
let storage: S3rver
let storagePort: number
let database: Awaited<ReturnType<typeof filledDatabase>>
let site: RunningSite
let admin: Awaited<ReturnType<typeof logIn>>

const openStorage = async () => {
  storage = new S3rver({
    address: '127.0.0.1',
    port: storagePort,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'filer', configs: [] }],
  })
  await storage.run()
}

/** The keys of what is stored. */
const stored = async (): Promise<string[]> => {
  const list = await (await fetch(`http://127.0.0.1:${storagePort}/filer`)).text()
  return [...list.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key = '']) => key).toSorted()
}

const picture = (color: string, width = 40) =>
  sharp({ create: { width, height: 30, channels: 3, background: color } })
    .png()
    .toBuffer()

async function send(method: string, address: string, file: Buffer, name: string): Promise<Response> {
  const data = new FormData()
  data.set('file', new Blob([new Uint8Array(file)], { type: 'image/png' }), name)
  data.set('_payload', JSON.stringify({ alt: 'Et billede' }))
  const headers = { authorization: `JWT ${admin.token}` }
  return fetch(`${site.url}/api${address}`, { method, headers, body: data })
}

const namesOf = ({ filename, sizes }: Doc) =>
  [...new Set([filename, ...Object.values(sizes).flatMap((size) => size.filename ?? [])])].toSorted()

/** A picture with all its sizes: a save leaves some to the server. */
async function whole(answer: Response): Promise<Doc> {
  const { id } = await doc(answer)
  const now = () => admin.call<Doc>('GET', `/media/${id}`)
  await expect.poll(async () => (await now()).sizes.columnAvif.filename, { timeout: 15_000 }).not.toBe(null)
  return now()
}

const doc = async (response: Response) => ((await response.json()) as { doc: Doc }).doc
const bytesAt = async (address: string) => Buffer.from(await (await fetch(site.url + address)).arrayBuffer())

beforeAll(async () => {
  storagePort = await findFreePort()
  await openStorage()
  database = await filledDatabase(inject('siteDatabaseUrl'))
  site = await startSite({
    DATABASE_URL: database.url,
    S3_BUCKET: 'filer',
    S3_ENDPOINT: `http://127.0.0.1:${storagePort}`,
    // The keys that this small server knows.
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  })
  admin = await logIn(site.url)
})

afterAll(async () => {
  await site?.stop()
  await database?.drop()
  await storage?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a file goes to the storage, is sent from our own address, is replaced and removed there', async () => {
  const first = await picture('red', 1400)
  const made = await whole(await send('POST', '/media', first, 'skilt.png'))
  expect(new URL(made.url, site.url).pathname).toBe(`/api/media/file/${made.filename}`)
  const column = new URL(made.sizes.column.url ?? '', site.url).pathname
  expect(await stored()).toEqual(namesOf(made))
  const sent = await ask(site.url, new URL(made.url, site.url).pathname)
  expect(sent.status).toBe(200)
  expect(sent.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    etag: expect.stringMatching(/"\w+"/) as unknown,
  })
  expect(await bytesAt(new URL(made.url, site.url).pathname)).toEqual(first)
  expect((await ask(site.url, column)).headers['content-type']).toBe('image/webp')

  const second = await picture('blue')
  const replaced = await whole(await send('PATCH', `/media/${made.id}`, second, 'andet-skilt.png'))
  expect(replaced.url).toBe(made.url)
  expect(await bytesAt(new URL(replaced.url, site.url).pathname)).toEqual(second)
  expect(await stored()).toEqual(namesOf(replaced))
  expect(await ask(site.url, column)).toMatchObject({
    status: 302,
    headers: { location: path.basename(replaced.sizes.column.url ?? '') },
  })

  await admin.call('DELETE', `/media/${made.id}`)
  expect(await stored()).toEqual([])
  expect(await ask(site.url, `/api/media/file/${replaced.filename}`)).toMatchObject({ status: 404 })
})

test('a file that is deleted comes back from the bin as it was', async () => {
  const made = await whole(await send('POST', '/media', await picture('yellow', 1400), 'fortrudt.png'))
  const addresses = [made.url, made.sizes.column.url ?? ''].map((url) => new URL(url, site.url).pathname)
  const answers = async () => {
    const files = []
    for (const address of addresses)
      files.push({
        type: (await ask(site.url, address)).headers['content-type'],
        bytes: await bytesAt(address),
      })
    return files
  }
  const before = [await stored(), await answers()]
  await admin.call('DELETE', `/media/${made.id}`)
  expect(await stored()).toEqual([])
  const { entries } = await admin.call<{ entries: { id: number }[] }>('GET', '/bin')
  await admin.call('POST', `/bin/${entries[0]!.id}/restore`)
  expect([await stored(), await answers()]).toEqual(before)
  await admin.call('DELETE', `/media/${made.id}`)
})

test('while the storage is down files are refused kindly, and nothing is half saved', async () => {
  const kept = await whole(await send('POST', '/media', await picture('green'), 'bliver.png'))
  const address = new URL(kept.url, site.url).pathname
  await storage.close()
  const read = await ask(site.url, address)
  const written = await send('POST', '/media', await picture('black'), 'kommer-ikke.png')
  const told = await written.text()
  await openStorage()
  expect(read.status).toBe(503)
  expect(written.status).toBe(503)
  expect(told).toMatch(/Lageret til filer svarer ikke.*prøv igen/)
  expect(told).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/)
  const { docs } = await admin.call<{ docs: Doc[] }>('GET', '/media?where[filename][like]=kommer-ikke')
  expect(docs).toEqual([])
  expect((await ask(site.url, address)).status).toBe(200)
  const again = await send('POST', '/media', await picture('black'), 'kommer-ikke.png')
  expect(again.status).toBe(201)
  await whole(again)
})

test('what the database refuses last leaves the storage as it was', async () => {
  const kept = await whole(await send('POST', '/media', await picture('orange', 1400), 'staar.png'))
  const address = new URL(kept.url, site.url).pathname
  const before = [await stored(), await bytesAt(address)]
  await sql(
    database.url,
    `CREATE FUNCTION refuse_files() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
     CREATE CONSTRAINT TRIGGER refuse_files AFTER INSERT OR UPDATE OR DELETE ON media DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW EXECUTE FUNCTION refuse_files()`,
  )
  try {
    const other = await picture('purple', 1500)
    const answers = [
      await send('POST', '/media', other, 'ny.png'),
      await send('PATCH', `/media/${kept.id}`, other, 'ny.png'),
      await fetch(`${site.url}/api/media/${kept.id}`, {
        method: 'DELETE',
        headers: { authorization: `JWT ${admin.token}` },
      }),
    ]
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false])
  } finally {
    await sql(database.url, 'DROP FUNCTION refuse_files CASCADE')
  }
  expect([await stored(), await bytesAt(address)]).toEqual(before)
})

test('the admin opens, and loads nothing of S3', async () => {
  const page = await fetch(`${site.url}/admin/collections/media`, {
    headers: { cookie: `payload-token=${admin.token}` },
  })
  expect(page.status).toBe(200)
  expect(await page.text()).not.toMatch(/S3ClientUploadHandler|storage-s3/)
  expect(site.output()).not.toMatch(/importMap|PayloadComponent not found/)
})
