import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPlaces } from '../../../src/content/reading/places.ts'
import { searchableDatabase } from '../search/content.ts'

let database: Awaited<ReturnType<typeof searchableDatabase>>
let payload: Payload

beforeAll(async () => {
  database = await searchableDatabase()
  payload = database.payload
})

afterAll(() => database.drop())

async function publish(slug: string, parent: number | null = null, blocks: object[] = []): Promise<number> {
  const data = { title: slug, slug, parent, blocks: blocks as never, _status: 'published' as const }
  return (await payload.create({ collection: 'pages', data })).id
}

/** What an editor is told who may not save; null: it is saved, and taken away again. */
async function refusal(slug: string, parent: number | null): Promise<string | null> {
  try {
    await payload.delete({ collection: 'pages', id: await publish(slug, parent) })
    return null
  } catch (error) {
    const { data } = error as { data?: { errors?: { message: string }[] } }
    return data?.errors?.[0]?.message ?? String(error)
  }
}

async function idOf(collection: 'pages' | 'contact-boxes', slug: string): Promise<number> {
  const { docs } = await payload.find({ collection, where: { slug: { equals: slug } }, limit: 1 })
  return docs[0]?.id ?? 0
}

async function signs(): Promise<[from: string, page: number][]> {
  const { docs } = await payload.find({ collection: 'redirects', depth: 0, sort: 'from', limit: 100 })
  return docs.map(({ from, page }) => [from, Number(page)])
}

test('a page called forside that lies below another leaves a sign when it moves', async () => {
  const [first, second] = [await publish('foerste'), await publish('anden')]
  const page = await publish('forside', first)
  const below = await publish('under', page)
  await payload.update({ collection: 'pages', id: page, data: { parent: second } })
  expect(await signs()).toEqual([
    ['/foerste/forside', page],
    ['/foerste/forside/under', below],
  ])
  for (const id of [below, page, second, first]) await payload.delete({ collection: 'pages', id })
  await payload.delete({ collection: 'redirects', where: { id: { exists: true } } })
})

test('the front page leaves its address to the next, which leaves a sign at its own', async () => {
  const front = await idOf('pages', 'forside')
  const next = await publish('naeste')
  await payload.update({ collection: 'pages', id: front, data: { slug: 'gammel-forside' } })
  expect(await signs()).toEqual([])
  await payload.update({ collection: 'pages', id: next, data: { slug: 'forside' } })
  expect(await signs()).toEqual([['/naeste', next]])
  await payload.delete({ collection: 'pages', id: next })
  await payload.update({ collection: 'pages', id: front, data: { slug: 'forside' } })
  await payload.delete({ collection: 'redirects', where: { id: { exists: true } } })
})

test('no page takes an address of the system or of another page, below the front page either', async () => {
  const front = await idOf('pages', 'forside')
  const section = await idOf('pages', 'om-kommunen')
  const below = await publish('under-forsiden', front)
  const system = /bruges af systemet/
  const taken = /bruges allerede af siden/
  expect(await refusal('soeg', null)).toMatch(system)
  expect(await refusal('soeg', front)).toMatch(system)
  expect(await refusal('soeg', section)).toBeNull()
  expect(await refusal('om-kommunen', front)).toMatch(taken)
  expect(await refusal('under-forsiden', null)).toMatch(taken)
  expect(await refusal('under-forsiden', section)).toBeNull()
  await payload.delete({ collection: 'pages', id: below })
})

test('the page on access to documents has pages below it, but none at the address of the deadline', async () => {
  const system = /bruges af systemet/
  const access = await idOf('pages', 'aktindsigt')
  expect(await refusal('priser', access)).toBeNull()
  expect(await refusal('frist', access)).toMatch(system)
  expect(await refusal('frist', null)).toBeNull()
  // Nor does one come there with the page above it.
  await payload.update({ collection: 'pages', id: access, data: { slug: 'indsigt' } })
  const below = await publish('frist', access)
  await expect(
    payload.update({ collection: 'pages', id: access, data: { slug: 'aktindsigt' } }),
  ).rejects.toMatchObject({ data: { errors: [{ message: expect.stringContaining('Undersiden »frist«') }] } })
  await payload.delete({ collection: 'pages', id: below })
  await payload.update({ collection: 'pages', id: access, data: { slug: 'aktindsigt' } })
  // The address that it had meanwhile leads to it, and its own to nothing else.
  expect(await signs()).toEqual([['/indsigt', access]])
  await payload.delete({ collection: 'redirects', where: { id: { exists: true } } })
})

test.for(['/soeg', '/soeg/pressekontakt', '/aktindsigt/frist', '/api/search', '/admin', '/fejl'])(
  'nothing can be led away from %s',
  async (from) => {
    const data = { from, url: '/om-kommunen' }
    await expect(payload.create({ collection: 'redirects', data })).rejects.toMatchObject({
      data: { errors: [{ message: `Adressen »${from}« bruges af systemet.`, path: 'from' }] },
    })
  },
)

test('contact boxes stand on the first published page that shows them all, else on one that shows the box', async () => {
  const all = await idOf('pages', 'kontakt')
  const box = await idOf('contact-boxes', 'by-og-land')
  const press = await idOf('pages', 'pressekontakt')
  const front = await idOf('pages', 'forside')
  const access = await idOf('pages', 'aktindsigt')
  const places = await findPlaces(database.client)
  expect(places).toMatchObject({ box: all, contact: press, guidance: access })
  expect(places.boxes.get(box)).toEqual({ page: access, side: 1 })

  // A block that names its boxes shows no others, wherever on the page it stands.
  await payload.update({
    collection: 'pages',
    id: all,
    data: {
      blocks: [
        { blockType: 'facts', facts: [{ text: 'Først noget andet' }] },
        { blockType: 'contactBoxes', boxes: [box] },
      ],
    },
  })
  expect(await findPlaces(database.client)).not.toHaveProperty('box')
  const last = await publish('alle', front, [
    { blockType: 'contactBoxes', boxes: [box] },
    { blockType: 'contactBoxes' },
  ])
  expect(await findPlaces(database.client)).toMatchObject({ box: last })
  await payload.update({ collection: 'pages', id: last, data: { _status: 'draft' } })
  expect(await findPlaces(database.client)).not.toHaveProperty('box')
  await payload.delete({ collection: 'pages', id: last })
  await payload.update({ collection: 'pages', id: all, data: { blocks: [{ blockType: 'contactBoxes' }] } })
})

test('a chosen contact box is on the side of its list where a reader finds it, drafts not counted', async () => {
  const boxes: number[] = []
  for (let at = 1; at <= 32; at++) {
    // Number 3 is a draft, so that the first page of the list ends one further on.
    const _status = at === 3 ? 'draft' : 'published'
    const data = { name: `Boks ${at}`, slug: `boks-${at}`, _status } as const
    boxes.push((await payload.create({ collection: 'contact-boxes', data })).id)
  }
  const chosen = [...boxes].toReversed()
  const page = await publish('udvalgte', null, [{ blockType: 'contactBoxes', boxes: chosen }])
  const places = await findPlaces(database.client)
  const sides = chosen.map((id) => places.boxes.get(id))
  expect(sides).toEqual([
    ...Array.from({ length: 29 }, () => ({ page, side: 1 })),
    undefined,
    { page, side: 1 },
    { page, side: 2 },
  ])
})
