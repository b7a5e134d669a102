import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asker } from '../../../../src/admin/dashboard/documents.ts'
import { readOutsideFaults } from '../../../../src/admin/dashboard/read-outside.ts'
import { readDeadLinks, readDrafts, readToConfirm } from '../../../../src/admin/dashboard/read-waiting.ts'
import { ownerlessAddress, type Reviews } from '../../../../src/domain/time/reviews.ts'
import { type Name, rightsSite } from '../../cms/accounts/rights/rights-site.ts'

// What waits on the dashboard is what whoever looks may edit: who has been given a part of the site is told of that part only.

const SITE = 'http://localhost:3000'
let site: Awaited<ReturnType<typeof rightsSite>>
const made: Record<'own' | 'others', number> = { own: 0, others: 0 }

beforeAll(async () => {
  site = await rightsSite()
  for (const whose of ['own', 'others'] as const) {
    const link = { blockType: 'linkList', heading: 'Genveje', links: [{ label: 'Væk', url: '/vaek' }] }
    const { id } = await site.fresh('pages', whose, 'draft')
    await site.payload.update({
      collection: 'pages',
      id,
      data: { title: whose, blocks: [link] as never, _status: 'draft' },
      draft: true,
    })
    made[whose] = id
    const box = await site.fresh('contact-boxes', whose)
    const data = { name: whose, toConfirm: 'Er nummeret rigtigt?' }
    await site.payload.update({ collection: 'contact-boxes', id: box.id, data })
  }
  const day = await site.fresh('calendar-days', 'nobody')
  await site.payload.update({
    collection: 'calendar-days',
    id: day.id,
    data: { date: '2027-06-05T00:00:00.000Z', name: 'Dag', toConfirm: 'Holder vi lukket?' },
  })
})
afterAll(() => site.drop())

async function asker(name: Name): Promise<Asker> {
  const user = await site.payload.findByID({ collection: 'users', id: site.people[name].id })
  return { payload: site.payload, user: { ...user, collection: 'users' } }
}

const names = (rows: { name: string }[]) => rows.map((row) => row.name).toSorted()

async function ownerless(name: Name) {
  const { text } = await site.ask('GET', '/reviews', undefined, site.people[name])
  return Object.fromEntries(
    (JSON.parse(text) as Reviews).ownerless.map(({ collection, count }) => [collection, count]),
  )
}

const both = ['Side »others«', 'Side »own«']
const boxes = ['Kontaktboks »others«', 'Kontaktboks »own«']
const day = 'Kalenderdag »Dag 5. juni 2027«'

test.each<[name: Name, pages: string[], notes: string[]]>([
  ['administrator', both, [day, ...boxes]],
  ['editor', both, [day, ...boxes]],
  ['localEditor', ['Side »own«'], ['Kontaktboks »own«']],
  ['localEditorOfNothing', [], []],
  ['writer', both, boxes],
  ['writerOfPart', ['Side »own«'], ['Kontaktboks »own«']],
])('%s is told of %j and %j', async (name, pages, notes) => {
  const who = await asker(name)
  expect(names(await readDrafts(who))).toEqual(pages)
  expect(names(await readDeadLinks(SITE, who))).toEqual(pages)
  expect(names(await readToConfirm(Temporal.Instant.from('2026-11-30T08:00:00Z'), who))).toEqual(notes)
  expect(await readOutsideFaults(SITE, who)).toEqual([])
})

test('what has no owner is counted where one may choose one', async () => {
  expect(await ownerless('editor')).toMatchObject({ 'contact-boxes': 2, pages: 6 })
  // Their own, what lies below it, and the draft.
  expect(await ownerless('localEditor')).toMatchObject({ 'contact-boxes': 1, pages: 3 })
  expect(await ownerless('localEditorOfNothing')).toMatchObject({ 'contact-boxes': 0, pages: 0 })
})

test('its link leads a local editor to those, and an editor to all', async () => {
  for (const name of ['editor', 'localEditor'] as const) {
    const { text } = await site.ask('GET', '/reviews', undefined, site.people[name])
    for (const { collection, count, only } of (JSON.parse(text) as Reviews).ownerless) {
      const { search } = new URL(ownerlessAddress(collection, only), SITE)
      const query = `/${collection}${search}&draft=true&depth=0`
      const list = await site.ask('GET', query, undefined, site.people[name])
      expect(JSON.parse(list.text)).toMatchObject({ totalDocs: count })
    }
  }
})

test('a draft of one’s own is told of, also where one may not edit it any more', async () => {
  await site.payload.db.pool.query('UPDATE _pages_v SET version_updated_by = $1 WHERE parent_id = $2', [
    'del@example.dk',
    made.others,
  ])
  const drafts = await readDrafts(await asker('writerOfPart'))
  expect(drafts.map(({ name, by }) => [name, by])).toEqual([
    ['Side »others«', 'del@example.dk'],
    ['Side »own«', null],
  ])
})
