import type { CollectionSlug } from 'payload'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usesOf } from '../../../../collections/shared/uses/uses.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'

// »Erstat overalt«: another document in the place of one, everywhere or nowhere. That each field of the config is reached,
// uses.test.ts holds.

let cms: Awaited<ReturnType<typeof restOfCms>>
let req: PayloadRequest

beforeAll(async () => {
  cms = await restOfCms()
  req = await createLocalReq({}, cms.payload)
})

afterAll(() => cms.drop())

const make = async (collection: string, data: object) => {
  const made = await cms.ask('POST', `/${collection}`, { _status: 'published', ...data })
  expect([made.status, made.message]).toEqual([201, ''])
  return made.doc.id as number
}

let nth = 0
const box = (name: string, more: object = {}) =>
  make('contact-boxes', { name, slug: `boks-${nth++}`, ...more })
const page = (title: string, boxes: number[], more: object = {}) =>
  make('pages', {
    title,
    slug: `side-${nth++}`,
    inMenu: false,
    blocks: [{ blockType: 'contactBoxes', boxes }],
    ...more,
  })
const replace = (id: number, other: unknown, collection = 'contact-boxes') =>
  cms.ask('POST', `/${collection}/${id}/replace`, { with: other })
const boxesOf = async (id: number, draft = false) => {
  const doc = await cms.payload.findByID({ collection: 'pages', id, depth: 0, draft })
  const [block] = doc.blocks ?? []
  return block?.blockType === 'contactBoxes' ? block.boxes : null
}
const uses = async (collection: CollectionSlug, id: number) => (await usesOf(collection, id, req)).length

test('what is public and the draft that waits are both changed, and stay what they are', async () => {
  const [old, next, third] = [await box('Gammel'), await box('Ny'), await box('Tredje')]
  const shown = await page('Viser', [old, third])
  const twice = await page('Viser begge', [next, old])
  const draft = await page('Kladde', [old])
  await cms.ask('PATCH', `/pages/${draft}?draft=true`, { title: 'Ny titel' })
  const onlyDraft = await page('Kun i kladden', [third])
  await cms.ask('PATCH', `/pages/${onlyDraft}?draft=true`, {
    blocks: [{ blockType: 'contactBoxes', boxes: [old] }],
  })
  const answer = await replace(old, next)
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    200,
    { message: 'Erstattet 4 steder.', places: 4 },
  ])
  expect(await uses('contact-boxes', old)).toBe(0)
  expect([
    await boxesOf(shown),
    await boxesOf(twice),
    await boxesOf(draft),
    await boxesOf(draft, true),
  ]).toEqual([[next, third], [next], [next], [next]])
  expect([await boxesOf(onlyDraft), await boxesOf(onlyDraft, true)]).toEqual([[third], [next]])
  const [public_, waiting] = await Promise.all(
    [false, true].map((isDraft) => cms.payload.findByID({ collection: 'pages', id: draft, draft: isDraft })),
  )
  expect([public_?.title, public_?._status, waiting?.title, waiting?._status]).toEqual([
    'Kladde',
    'published',
    'Ny titel',
    'draft',
  ])
  expect((await cms.ask('DELETE', `/contact-boxes/${old}`)).status).toBe(200)
})

test('if one place refuses, none is changed, and the place is named', async () => {
  const [old, next] = [await box('Gammel'), await box('Ny')]
  const first = await page('Går godt', [old])
  const second = await page('Går ikke', [old])
  // As an older release, or a script, may have left it.
  await sql(cms.url, `UPDATE pages SET title = NULL WHERE id = $1`, [second])
  const refused = await replace(old, next)
  expect([refused.status, refused.message]).toEqual([
    409,
    expect.stringMatching(/^Side ».*»?: .* Intet er ændret\.$/),
  ])
  expect(await boxesOf(first)).toEqual([old])
  expect(await uses('contact-boxes', old)).toBe(2)
})

test('what visitors could not see, what is not there and the same are refused; strangers get nothing', async () => {
  const old = await box('Gammel')
  await page('Viser', [old])
  const draft = await box('Kladde', { _status: 'draft' })
  expect(await replace(old, draft)).toMatchObject({
    status: 409,
    message: 'Det, der skal stå i stedet, er ikke offentliggjort. Offentliggør det først.',
  })
  expect((await replace(old, old)).status).toBe(400)
  expect((await replace(old, 999_999)).status).toBe(404)
  for (const odd of ['x', null, {}, -1, [1], 1.5]) expect((await replace(old, odd)).status).toBe(400)
  const stranger = await cms.ask('POST', `/contact-boxes/${old}/replace`, { with: draft }, {
    token: '',
  } as never)
  expect(stranger.status).toBe(403)
  expect(await uses('contact-boxes', old)).toBe(1)
})

test('who uses it while it is replaced keeps it, or has the other one: nothing is lost', async () => {
  const [old, next] = [await box('Gammel'), await box('Ny')]
  const pages = await Promise.all([1, 2, 3].map((number) => page(`Side ${number}`, [old])))
  const later = page('Imens', [old])
  const [answer, other] = await Promise.all([replace(old, next), later])
  expect(answer.status).toBe(200)
  for (const id of pages) expect(await boxesOf(id)).toEqual([next])
  expect([[old], [next]]).toContainEqual(await boxesOf(other))
})
