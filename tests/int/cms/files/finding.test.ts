import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'
import { sendFile } from './send-file.ts'

// Files by subject, and those that may need something.

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

let made = 0

async function upload(data: object = {}): Promise<number> {
  const content = await sharp({
    create: { width: 20 + (made += 1), height: 10, channels: 3, background: '#246' },
  })
    .png()
    .toBuffer()
  const { doc } = await sendFile(cms.ask, 'POST', '/media', content, { data: { alt: 'Et billede', ...data } })
  return Number(doc.id)
}

const idsOf = async (address: string) =>
  (JSON.parse((await cms.ask('GET', address)).text) as { docs: { id: number }[] }).docs.map(({ id }) => id)
const tidy = async (what: string) => {
  const { text } = await cms.ask('GET', `/media/tidy?what=${what}`)
  return JSON.parse(text) as { ids: number[]; total: number }
}

test('files have subjects, written as on the others, and are found by one', async () => {
  const one = await upload({ tags: ['Presse', 'Havnen'] })
  const two = await upload({ tags: [' presse ', 'PRESSE', 'Valg 2025'] })
  const { text } = await cms.ask('GET', '/media/tags')
  expect(JSON.parse(text)).toEqual({
    tags: [
      { tag: 'Presse', files: 2 },
      { tag: 'Havnen', files: 1 },
      { tag: 'Valg 2025', files: 1 },
    ],
  })
  expect(await idsOf('/media?where[or][0][and][0][tags][equals]=Presse&sort=id')).toEqual([one, two])
  expect(await idsOf('/media?where[tags][equals]=Valg 2025')).toEqual([two])
  const refuse = async (tags: unknown) => (await cms.ask('PATCH', `/media/${one}`, { tags })).status
  expect(await refuse(Array.from({ length: 11 }, (_, index) => `Emne ${index}`))).toBe(400)
  expect(await refuse(['x'.repeat(41)])).toBe(400)
  expect((await cms.ask('GET', '/media/tags', undefined, { id: 0, token: '' })).status).toBe(403)
})

test('a picture cannot lose its words; one from before without is found', async () => {
  const old = await upload()
  const { status, message } = await cms.ask('PATCH', `/media/${old}`, { alt: '' })
  expect([status, message]).toEqual([400, expect.stringContaining('Beskrivelse for dem')])
  expect(await tidy('undescribed')).toEqual({ ids: [], total: 0 })
  await sql(cms.url, `UPDATE media SET alt = NULL WHERE id = ${old}`)
  expect(await tidy('undescribed')).toEqual({ ids: [old], total: 1 })
  const other = await upload()
  await sql(cms.url, `UPDATE media SET alt = ' ' WHERE id = ${other}`)
  expect((await tidy('undescribed')).ids).toEqual([old, other])
})

test('files of the same content are found', async () => {
  const content = await sharp({ create: { width: 99, height: 9, channels: 3, background: '#246' } })
    .png()
    .toBuffer()
  const send = async () =>
    Number((await sendFile(cms.ask, 'POST', '/media', content, { data: { alt: 'To gange' } })).doc.id)
  expect(await tidy('same')).toEqual({ ids: [], total: 0 })
  const two = [await send(), await send()]
  expect(await tidy('same')).toEqual({ ids: two, total: 2 })
})

test('what nothing uses is found: not what a block, a person or a text names, also as a draft', async () => {
  const inBlock = await upload()
  const inDraft = await upload()
  const ofPerson = await upload()
  const inText = await upload()
  const link = {
    type: 'link',
    version: 3,
    fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'media', value: inText } },
    children: [{ type: 'text', text: 'Kortet', version: 1 }],
  }
  const body = {
    root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [link] }] },
  }
  const unused = new Set((await tidy('unused')).ids)
  expect([inBlock, inDraft, ofPerson, inText].every((id) => unused.has(id))).toBe(true)
  const page = await cms.ask('POST', '/pages', {
    title: 'Bruger',
    slug: 'bruger-filer',
    blocks: [
      { blockType: 'image', media: inBlock },
      { blockType: 'richText', body },
    ],
    _status: 'published',
  })
  expect([page.status, page.message]).toEqual([201, ''])
  await cms.ask('POST', '/pages?draft=true', {
    title: 'Kladde',
    slug: 'bruger-i-kladde',
    blocks: [{ blockType: 'image', media: inDraft }],
    _status: 'draft',
  })
  await cms.ask('POST', '/press-contacts?draft=true', { name: 'Heidi', photo: ofPerson, _status: 'draft' })
  const left = new Set((await tidy('unused')).ids)
  expect([inBlock, inDraft, ofPerson, inText].filter((id) => left.has(id))).toEqual([])
  expect([...unused].filter((id) => !left.has(id)).length).toBe(4)
  // As each of them says itself.
  for (const id of [inBlock, inDraft, ofPerson, inText, [...left][0]]) {
    const { text } = await cms.ask('GET', `/media/${String(id)}/uses`)
    expect([id, (JSON.parse(text) as { total: number }).total]).toEqual([id, left.has(Number(id)) ? 0 : 1])
  }
})

test('strangers and odd questions are told nothing', async () => {
  expect((await cms.ask('GET', '/media/tidy?what=same', undefined, { id: 0, token: '' })).status).toBe(403)
  expect((await cms.ask('GET', '/media/tidy?what=alt')).status).toBe(400)
})
