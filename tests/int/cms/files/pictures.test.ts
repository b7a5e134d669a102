import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'
import type { CompleteNext as Complete } from '../../../../src/web/handover.ts'
import { sameIn, sendFile } from './send-file.ts'

// The sizes of a picture, where it is cut, and that the same one is not there twice by mistake.

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

type Size = { filename: string | null; width: number; height: number; mimeType: string }
type Doc = { id: number; filename: string; updatedAt: string; sizes: Record<string, Size> }

const upload = (content: Buffer, more: object = {}) =>
  sendFile(cms.ask, 'POST', '/media', content, { data: { alt: 'Et billede' }, goesOn: false, ...more })
const docOf = ({ doc }: Awaited<ReturnType<typeof upload>>) => doc as unknown as Doc
const folder = () => path.join(process.env.DATA_DIR ?? '', 'media')
const bytes = (name: unknown) => readFileSync(path.join(folder(), String(name)))
const plain = (width: number, height: number, background = '#246') =>
  sharp({ create: { width, height, channels: 3, background } })

type CompleteNext = (payload: unknown, ...asked: Parameters<Complete>) => ReturnType<Complete>

/** What the server does after saves, until nothing lacks anything. */
async function complete() {
  const completeNext = cms.payload.config.custom.completeNext as CompleteNext
  const done: Awaited<ReturnType<Complete>>[] = []
  const left: number[] = []
  for (let file; (file = await completeNext(cms.payload, left)); done.push(file))
    if (file.state === 'left') left.push(file.id)
  return done
}
const completed = async ({ id }: Doc) => {
  await complete()
  return JSON.parse((await cms.ask('GET', `/media/${id}`)).text) as Doc
}

test('a picture is stored in two widths, in WebP at once and in AVIF soon after', async () => {
  const made = docOf(await upload(await plain(2000, 1000).jpeg().toBuffer()))
  expect(made.sizes.columnAvif?.filename ?? null).toBe(null)
  const doc = await completed(made)
  expect(doc.updatedAt).toBe(made.updatedAt)
  expect(doc.sizes).toMatchObject({
    column: { width: 1280, height: 640, mimeType: 'image/webp' },
    columnAvif: { width: 1280, height: 640, mimeType: 'image/avif' },
    half: { width: 640, height: 320, mimeType: 'image/webp' },
    halfAvif: { width: 640, height: 320, mimeType: 'image/avif' },
    portrait: { width: 160, height: 160, mimeType: 'image/webp' },
  })
  for (const { filename, width, height, mimeType } of Object.values(doc.sizes)) {
    const file = await cms.ask('GET', `/media/file/${filename}`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, mimeType])
    expect(await sharp(bytes(filename)).metadata()).toMatchObject({ width, height })
  }
})

test('a narrow picture has no wider ones; one as wide as a size goes to the bin and back', async () => {
  const narrow = docOf(await upload(await plain(400, 300).png().toBuffer()))
  expect((await completed(narrow)).sizes).toMatchObject({
    column: { width: 400 },
    columnAvif: { width: 400 },
  })
  expect(narrow.sizes.half?.filename ?? null).toBe(null)
  const alike = docOf(await upload(await plain(640, 640).png().toBuffer()))
  expect(alike.sizes.half?.filename).toBe(alike.sizes.column?.filename)
  expect((await completed(alike)).sizes.halfAvif?.filename).toMatch(/-640x640\.avif$/)
  const before = readdirSync(folder())
  expect((await cms.ask('DELETE', `/media/${alike.id}`)).status).toBe(200)
  const bin = JSON.parse((await cms.ask('GET', '/bin')).text) as { entries: { id: number }[] }
  expect((await cms.ask('POST', `/bin/${bin.entries[0]?.id}/restore`)).status).toBe(200)
  expect(
    readdirSync(folder())
      .filter((name) => !name.startsWith('.'))
      .toSorted(),
  ).toEqual(before.filter((name) => !name.startsWith('.')).toSorted())
})

test('a picture that moves says so, as there is none such in AVIF', async () => {
  const frames = await Promise.all(['#f00', '#0f0'].map((color) => plain(700, 300, color).png().toBuffer()))
  const moving = docOf(
    await upload(
      await sharp(frames, { join: { animated: true } })
        .webp()
        .toBuffer(),
    ),
  )
  const still = docOf(await upload(await plain(700, 301).webp().toBuffer()))
  expect([moving, still]).toMatchObject([{ moves: true }, { moves: false }])
  expect((await completed(moving)).sizes.columnAvif?.filename ?? null).toBe(null)
})

/** Red to the left, blue to the right. */
const halves = async (width = 800) =>
  sharp({ create: { width, height: 200, channels: 3, background: '#f00' } })
    .composite([
      {
        input: await plain(width / 2, 200, '#00f')
          .png()
          .toBuffer(),
        left: width / 2,
        top: 0,
      },
    ])
    .png()
    .toBuffer()

const colorOf = async (doc: Doc) => {
  const { dominant } = await sharp(bytes(doc.sizes.portrait?.filename)).stats()
  return dominant.r > dominant.b ? 'red' : 'blue'
}

const at = (x: number) => `uploadEdits[focalPoint][x]=${x}&uploadEdits[focalPoint][y]=50`

test('the small picture is cut around what is most important, also when that is changed later', async () => {
  const made = docOf(
    await sendFile(cms.ask, 'POST', `/media?${at(95)}`, await halves(), { data: { alt: 'Til højre' } }),
  )
  expect([await colorOf(made), made]).toEqual(['blue', expect.objectContaining({ focalX: 95, focalY: 50 })])
  const move = async (x: number) =>
    docOf(await cms.ask('PATCH', `/media/${made.id}?${at(x)}`, { alt: 'Flyttet' }))
  const left = await move(5)
  expect([await colorOf(left), left]).toEqual(['red', expect.objectContaining({ focalX: 5 })])
  // Saved without a word of it, it stays.
  const same = docOf(await cms.ask('PATCH', `/media/${made.id}`, { alt: 'Kun ordene' }))
  expect([await colorOf(same), same]).toEqual(['red', expect.objectContaining({ focalX: 5 })])
  expect(await colorOf(await move(90))).toBe('blue')
})

test('a file that is there already is asked about, with its number, and is there twice if somebody wants it', async () => {
  const content = await plain(500, 100, '#931')
    .withExif({ IFD0: { Artist: 'Frida' } })
    .jpeg()
    .toBuffer()
  const first = docOf(await upload(content, { data: { alt: 'Havnen' } }))
  const before = readdirSync(folder()).length
  const again = await upload(content)
  expect(again).toMatchObject({ status: 409, message: 'Filen findes allerede: »Havnen« har samme indhold.' })
  expect(sameIn(again)).toMatchObject({
    id: first.id,
    alt: 'Havnen',
    picture: first.sizes.portrait?.filename,
  })
  // As it is fetched from the site, without its maker.
  expect(sameIn(await upload(bytes(first.filename)))?.id).toBe(first.id)
  expect(readdirSync(folder()).length).toBe(before)
  // A number of another file is no answer.
  const other = docOf(await upload(await plain(501, 100, '#931').jpeg().toBuffer()))
  const wrong = await upload(content, { data: { alt: 'x', sameSeen: other.id } })
  expect(wrong.status).toBe(409)
  expect((await upload(content, { data: { alt: 'To gange', sameSeen: first.id } })).status).toBe(201)
})

test('a file in the place of another is asked about too, but not if it is the same one again', async () => {
  const one = await plain(510, 100, '#139').jpeg().toBuffer()
  const two = await plain(511, 100, '#139').jpeg().toBuffer()
  const first = docOf(await upload(one))
  const second = docOf(await upload(two))
  const replace = (content: Buffer) =>
    sendFile(cms.ask, 'PATCH', `/media/${second.id}`, content, { data: { alt: 'Ny' }, goesOn: false })
  expect(sameIn(await replace(one))?.id).toBe(first.id)
  expect((await replace(two)).status).toBe(200)
  const three = await plain(512, 100, '#139').jpeg().toBuffer()
  expect((await replace(three)).status).toBe(200)
  // What it was before is nowhere now.
  const freed = await upload(two)
  expect([freed.status, sameIn(await upload(three))?.id]).toEqual([201, second.id])
})

test('a file from before is known by its content when it may be the same', async () => {
  const content = await plain(520, 100, '#395').png().toBuffer()
  const old = docOf(await upload(content))
  await sql(cms.url, `UPDATE media SET sent_hash = NULL, stored_hash = NULL WHERE id = ${old.id}`)
  expect(sameIn(await upload(content))?.id).toBe(old.id)
})

test('two who send the same at once: one is asked', async () => {
  const content = await plain(530, 100, '#593').png().toBuffer()
  const answers = await Promise.all([upload(content), upload(content)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

test('what a file is known by is nobody’s to write or read', async () => {
  const content = await plain(540, 100, '#953').png().toBuffer()
  const made = await upload(content, { data: { alt: 'x', storedHash: 'a', sentHash: 'b', moves: true } })
  expect(made.text).not.toMatch(/Hash/)
  expect(made.doc.moves).toBe(false)
  const rows = await sql<{ stored_hash: string }>(
    cms.url,
    `SELECT stored_hash FROM media ORDER BY id DESC LIMIT 1`,
  )
  expect(rows[0]?.stored_hash).toMatch(/^[0-9a-f]{64}$/)
})

test('files from before get what is missing, once, and are as they were', async () => {
  const address = `/media?${at(95)}`
  const old = await completed(
    docOf(await sendFile(cms.ask, 'POST', address, await halves(900), { data: { alt: 'Gammelt' } })),
  )
  const { doc: pdf } = await upload(Buffer.from('%PDF-1.4\n%\nstartxref\n0\n%%EOF'), { data: {} })
  const lost = docOf(await upload(await plain(77, 7).png().toBuffer()))
  const sizes = ['column_avif', 'half', 'half_avif'].flatMap((size) =>
    ['url', 'width', 'height', 'filename', 'filesize', 'mime_type'].map(
      (column) => `sizes_${size}_${column} = NULL`,
    ),
  )
  await sql(
    cms.url,
    `UPDATE media SET ${sizes.join()}, stored_hash = NULL, sent_hash = NULL, moves = NULL, updated_by = 'Heidi'
     WHERE id IN (${old.id}, ${String(pdf.id)}, ${lost.id})`,
  )
  await sql(cms.url, `UPDATE media SET alt = NULL WHERE id = ${old.id}`)
  for (const name of [old.sizes.columnAvif?.filename, old.sizes.half?.filename, lost.filename])
    rmSync(path.join(folder(), String(name)))
  const trail = async () =>
    (await sql<{ count: number }>(cms.url, 'SELECT count(*)::int FROM trail.events'))[0]?.count
  const before = await trail()
  expect(await complete()).toEqual([
    { id: lost.id, file: lost.filename, state: 'left', reason: null },
    { id: pdf.id, file: pdf.filename, state: 'completed', reason: null },
    { id: old.id, file: old.filename, state: 'completed', reason: null },
  ])
  const now = docOf(
    await cms.ask('GET', `/media/${old.id}`).then(({ text }) => ({ doc: JSON.parse(text) }) as never),
  )
  expect(now).toMatchObject({
    filename: old.filename,
    focalX: 95,
    focalY: 50,
    updatedBy: 'Heidi',
    sizes: old.sizes,
  })
  expect(await colorOf(now)).toBe('blue')
  expect((await cms.ask('GET', `/media/file/${String(now.sizes.columnAvif?.filename)}`)).status).toBe(200)
  expect(await trail()).toBe(before)
  expect(await complete()).toMatchObject([{ id: lost.id, state: 'left' }])
})

test('another file in its place, or another part of it, has another AVIF; the one before is gone', async () => {
  const first = await completed(docOf(await upload(await plain(900, 500, '#624').png().toBuffer())))
  const replaced = docOf(
    await sendFile(cms.ask, 'PATCH', `/media/${first.id}`, await plain(800, 300, '#264').png().toBuffer(), {
      data: { alt: 'Ny' },
    }),
  )
  expect(replaced.sizes.columnAvif?.filename ?? null).toBe(null)
  expect(readdirSync(folder())).not.toContain(first.sizes.columnAvif?.filename)
  const now = await completed(replaced)
  expect(now.sizes).toMatchObject({ columnAvif: { width: 800, height: 300 }, halfAvif: { width: 640 } })
  // Whoever has the page from before is sent on.
  const { status } = await cms.ask('GET', `/media/file/${String(first.sizes.columnAvif?.filename)}`)
  expect(status).toBe(302)
  expect((await cms.ask('PATCH', `/media/${first.id}`, { alt: 'Kun ordene' })).doc).toMatchObject({
    sizes: now.sizes,
  })
})

test('a picture that changes or goes while its AVIF is made keeps none of it, and two servers make it once', async () => {
  const one = docOf(await upload(await plain(3000, 3000, '#268').jpeg().toBuffer()))
  const two = docOf(await upload(await plain(3000, 3000, '#862').jpeg().toBuffer()))
  const [done] = await Promise.all([
    Promise.all([complete(), complete()]),
    cms.ask('DELETE', `/media/${two.id}`),
  ])
  expect(done.flat().filter((file) => file?.id === one.id)).toHaveLength(1)
  const names = readdirSync(folder())
  const stem = path.parse(two.filename).name
  expect(names.filter((name) => name.startsWith(stem))).toEqual([])
})
