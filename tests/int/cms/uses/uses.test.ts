import type { CollectionSlug, Field, GlobalSlug, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableOf, type Use, usesOf } from '../../../../collections/shared/uses/uses.ts'
import { paragraph } from '../../../e2e/tools/rich-text.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { fieldsIn, type Nested } from '../nested-fields.ts'
import { filledRestOfCms } from '../rest.ts'

// Nothing in use disappears: whatever refers to a document is found, and the document stays as long as it does.

let cms: Awaited<ReturnType<typeof filledRestOfCms>>
let req: PayloadRequest

beforeAll(async () => {
  cms = await filledRestOfCms()
  req = await createLocalReq({}, cms.payload)
})

afterAll(() => cms.drop())

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What a field can refer to; none for most. A text can link to pages and files. */
function targetsOf(field: Field): CollectionSlug[] {
  if (field.type === 'richText') return ['pages', 'media']
  return field.type === 'relationship' || field.type === 'upload' ? [field.relationTo].flat() : []
}

/** A value of a field that refers to a document. */
function reference(field: Field, slug: string, id: number): unknown {
  const doc = { relationTo: slug, value: id }
  if (field.type === 'richText') return { root: block('root', [block('paragraph', [linkTo(doc)])]) }
  const one = 'relationTo' in field && Array.isArray(field.relationTo) ? doc : id
  return 'hasMany' in field && field.hasMany ? [one] : one
}

const block = (type: string, children: object[]) => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
})

const linkTo = (doc: object) => ({
  ...block('link', [
    { type: 'text', text: 'her', detail: 0, format: 0, mode: 'normal', style: '', version: 1 },
  ]),
  fields: { linkType: 'internal', newTab: false, url: '', doc },
})

async function fresh(slug: CollectionSlug): Promise<number> {
  if (slug === 'media') {
    const file = { data: PICTURE, mimetype: 'image/png', name: 'billede.png', size: PICTURE.length }
    return (await cms.payload.create({ collection: 'media', data: { alt: 'Et billede' }, file })).id as number
  }
  const name = slug === 'owners' ? `Mål ${Math.random()}` : 'Mål'
  const data = {
    name,
    email: 'maal@example.dk',
    title: 'Mål',
    slug: `maal-${Math.random().toString(36).slice(2)}`,
  }
  const { id } = await cms.payload.create({ collection: slug, data: data as never, draft: true })
  return id as number
}

const names = (uses: Use[]) => uses.map(({ slug, id }) => `${slug} ${id}`)

/** Every field of a collection or global that can refer to something. */
const referring = (fields: Field[]): Nested[] =>
  fieldsIn(fields).filter(({ field }) => targetsOf(field).length > 0)

test('whatever field or text refers to a document is found, and can refer to another, in every collection and global', async () => {
  const { collections, globals } = cms.payload.config
  const missed: string[] = []
  let asked = 0
  const judge = async (
    { field, path, around }: Nested,
    owner: string,
    save: (data: object) => Promise<unknown>,
  ) => {
    for (const target of targetsOf(field)) {
      asked++
      const id = await fresh(target)
      const saved = await save(around(reference(field, target, id))).catch((error: unknown) => String(error))
      const found = names(await usesOf(target, id, req))
      if (found.join() !== `${owner} ${typeof saved === 'number' ? saved : null}`)
        missed.push(`${owner}.${path} -> ${target}: ${found.join()} (${String(saved)})`)
      const other = await fresh(target)
      const mark = async (status: string) => {
        if (cms.payload.collections[target].config.versions?.drafts)
          await sql(cms.url, `UPDATE ${tableOf(target)} SET _status = '${status}' WHERE id = $1`, [other])
      }
      await mark('published')
      const { status, message } = await cms.ask('POST', `/${target}/${id}/replace`, { with: other })
      await mark('draft')
      const [left, now] = [names(await usesOf(target, id, req)), names(await usesOf(target, other, req))]
      if (status !== 200 || left.length > 0 || now.join() !== found.join())
        missed.push(`${owner}.${path} -> ${target} stays: ${status} ${message} ${left.join()} ${now.join()}`)
    }
  }
  for (const { slug, fields, versions } of collections) {
    // What an account has been given is no use of it.
    if (slug.startsWith('payload-') || slug === 'users') continue
    const collection = slug as CollectionSlug
    for (const nested of referring(fields)) {
      await judge(nested, slug, async (data) => {
        if (versions?.drafts)
          return (await cms.payload.create({ collection, data: data as never, draft: true })).id
        // What has no drafts has to be whole.
        const [first] = (await cms.payload.find({ collection, limit: 1, depth: 0 })).docs
        const whole = { id: undefined, from: '/en/gammel', ...WHOLE[slug], ...first }
        if (!first) return (await cms.payload.create({ collection, data: { ...whole, ...data } as never })).id
        return (await cms.payload.update({ collection, id: first.id, data: data as never })).id
      })
    }
  }
  for (const { slug, fields } of globals)
    for (const nested of referring(fields))
      await judge(nested, slug, async (data) => {
        const whole = (await cms.payload.findGlobal({ slug: slug as GlobalSlug, depth: 0 })) as object
        await cms.payload.updateGlobal({ slug: slug as GlobalSlug, data: deepened(whole, data) as never })
        return null
      })
  expect(missed).toEqual([])
  expect(asked).toBeGreaterThan(30)
})

/** What documents without drafts must have beside a reference. */
const WHOLE: Record<string, object> = { redirects: { from: '/gammel/adresse' } }

/** A document with another one's values in its place; rows of a list get them in each of their fields. */
function deepened(whole: object, data: object): object {
  const into = { ...whole } as Record<string, unknown>
  for (const [name, value] of Object.entries(data)) {
    const before = into[name]
    if (Array.isArray(value) && Array.isArray(before) && typeof value[0] === 'object' && before[0])
      into[name] = [deepened(before[0] as object, value[0] as object)]
    else into[name] = value
  }
  return into
}

const box = async (name: string): Promise<number> =>
  (
    await cms.payload.create({
      collection: 'contact-boxes',
      data: { name, slug: `boks-${Math.random().toString(36).slice(2)}`, _status: 'published' } as never,
    })
  ).id

const pageWith = (boxes: number[], more: object = {}) =>
  cms.ask('POST', '/pages', {
    title: 'Viser boks',
    slug: `viser-${Math.random().toString(36).slice(2)}`,
    blocks: [{ blockType: 'contactBoxes', boxes }],
    _status: 'published',
    ...more,
  })

test('what a page shows can neither be deleted nor unpublished, and the editor is told where it is', async () => {
  const id = await box('Den valgte')
  const page = await pageWith([id])
  expect(page.status).toBe(201)
  const place = 'Side »Viser boks« bruger det. Vælg noget andet der først.'
  for (const [method, address, body, what] of [
    ['DELETE', `/contact-boxes/${id}`, undefined, 'slettes'],
    ['DELETE', `/contact-boxes?where[id][equals]=${id}`, undefined, 'slettes'],
    ['PATCH', `/contact-boxes/${id}`, { _status: 'draft' }, 'afpubliceres'],
    ['PATCH', `/contact-boxes?where[id][equals]=${id}`, { _status: 'draft' }, 'afpubliceres'],
  ] as const) {
    const { text } = await cms.ask(method, address, body)
    expect(text).toContain(`»Den valgte« kan ikke ${what}, så længe ${place}`)
  }
  // A draft of it hides nothing, and what is public can be changed.
  expect((await cms.ask('PATCH', `/contact-boxes/${id}?draft=true`, { name: 'Kladde' })).status).toBe(200)
  expect((await cms.ask('PATCH', `/contact-boxes/${id}`, { name: 'Ny', _status: 'published' })).status).toBe(
    200,
  )
  expect((await cms.ask('DELETE', `/pages/${String(page.doc.id)}`)).status).toBe(200)
  expect((await cms.ask('PATCH', `/contact-boxes/${id}`, { _status: 'draft' })).status).toBe(200)
  expect((await cms.ask('DELETE', `/contact-boxes/${id}`)).status).toBe(200)
})

test('a draft that uses something keeps it from being deleted, not from being unpublished', async () => {
  const id = await box('I kladden')
  const page = await pageWith([])
  const blocks = [{ blockType: 'contactBoxes', boxes: [id] }]
  expect((await cms.ask('PATCH', `/pages/${String(page.doc.id)}?draft=true`, { blocks })).status).toBe(200)
  const refused = await cms.ask('DELETE', `/contact-boxes/${id}`)
  expect(refused).toMatchObject({
    status: 409,
    message:
      '»I kladden« kan ikke slettes, så længe Side »Viser boks« (kladde) bruger det. Vælg noget andet der først.',
  })
  expect((await cms.ask('PATCH', `/contact-boxes/${id}`, { _status: 'draft' })).status).toBe(200)
  // An earlier version is no use of it.
  const without = { blocks: [], _status: 'published' }
  expect((await cms.ask('PATCH', `/pages/${String(page.doc.id)}`, without)).status).toBe(200)
  expect((await cms.ask('DELETE', `/contact-boxes/${id}`)).status).toBe(200)
})

test('a box is free when the block that showed it is gone, or another kind of block has its place', async () => {
  const id = await box('Vist to gange')
  const text = { blockType: 'richText', heading: 'Tekst', body: paragraph('Ord') }
  const shows = { blockType: 'contactBoxes', boxes: [id] }
  const page = await pageWith([id], { blocks: [shows, text, shows], inMenu: false })
  const save = (blocks: object[]) =>
    cms.ask('PATCH', `/pages/${String(page.doc.id)}`, { blocks, _status: 'published' })
  const remove = async () => (await cms.ask('DELETE', `/contact-boxes/${id}`)).status
  expect((await save([text, text, shows])).status).toBe(200)
  expect(await remove()).toBe(409)
  expect((await save([text])).status).toBe(200)
  expect(await remove()).toBe(200)
})

test('a page with a section below it is not hidden from under it', async () => {
  const above = await pageWith([])
  const below = await pageWith([], { parent: above.doc.id, title: 'Underside' })
  const hidden = await cms.ask('PATCH', `/pages/${String(above.doc.id)}`, { _status: 'draft' })
  expect(hidden).toMatchObject({
    status: 409,
    message:
      '»Viser boks« kan ikke afpubliceres, så længe Side »Underside« bruger det. Vælg først, hvad der skal ske med det, der ligger under, og vælg noget andet de øvrige steder.',
  })
  expect((await cms.ask('PATCH', `/pages/${String(below.doc.id)}`, { _status: 'draft' })).status).toBe(200)
  expect((await cms.ask('PATCH', `/pages/${String(above.doc.id)}`, { _status: 'draft' })).status).toBe(200)
})

test('of many places the first are named, and the others counted', async () => {
  const id = await box('Mange steder')
  for (let nth = 1; nth <= 7; nth++) await pageWith([id], { title: `Side ${nth}` })
  const { message } = await cms.ask('DELETE', `/contact-boxes/${id}`)
  expect(message).toMatch(/^»Mange steder« kan ikke slettes, .*Side »Side 1«.* og 2 andre bruger det\. Vælg/)
})

test('the list of uses is for whoever is logged in, and odd numbers find nothing', async () => {
  const id = await box('Listet')
  await pageWith([id])
  const asked = await cms.ask('GET', `/contact-boxes/${id}/uses`)
  const use = { slug: 'pages', name: 'Side »Viser boks«', isPublic: true, isPlanned: false, isBelow: false }
  expect(JSON.parse(asked.text)).toMatchObject({ total: 1, uses: [use] })
  for (const odd of ['0', '-1', '1.5', 'x', '99999999999', '%00'])
    expect((await cms.ask('GET', `/contact-boxes/${odd}/uses`)).status).toBeGreaterThanOrEqual(400)
  expect((await cms.ask('GET', `/contact-boxes/${id}/uses`, undefined, { token: '' } as never)).status).toBe(
    404,
  )
})

async function choiceOf(page: unknown) {
  const { text } = await cms.ask('GET', `/pages/${String(page)}?depth=0`)
  const [block] = (JSON.parse(text) as { blocks: { which: string; boxes: number[] }[] }).blocks
  return [block?.which, block?.boxes ?? []]
}

test('all boxes and some boxes are two choices, and some is never none', async () => {
  const id = await box('Valgt')
  const put = (which: string | undefined, boxes: number[], draft = false) => {
    const blocks = [{ blockType: 'contactBoxes', boxes, ...(which && { which }) }]
    return cms.ask('PATCH', `/pages/${String(page.doc.id)}?draft=${draft}`, {
      blocks,
      ...(!draft && { _status: 'published' }),
    })
  }
  const page = await pageWith([])
  expect(await choiceOf(page.doc.id)).toEqual(['all', []])
  for (const [which, boxes, stored] of [
    ['chosen', [id], ['chosen', [id]]],
    ['all', [id], ['all', []]],
    // Who knows no choice says it by the list.
    [undefined, [id], ['chosen', [id]]],
    [undefined, [], ['all', []]],
  ] as const) {
    expect((await put(which, [...boxes])).status).toBe(200)
    expect(await choiceOf(page.doc.id)).toEqual(stored)
  }
  for (const draft of [true, false]) {
    const refused = await put('chosen', [], draft)
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining('Vælg mindst én kontaktboks, eller vis dem alle.'),
    ])
  }
})
