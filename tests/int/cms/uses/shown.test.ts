import { afterAll, beforeAll, expect, test } from 'vitest'
import { paragraph } from '../../../e2e/tools/rich-text.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { filledRestOfCms } from '../rest.ts'

// Who saves what pages share is told how many pages show it.

let cms: Awaited<ReturnType<typeof filledRestOfCms>>

beforeAll(async () => {
  cms = await filledRestOfCms()
})

afterAll(() => cms.drop())

async function shown(collection: string, id: unknown): Promise<{ pages: number | null; isWhole: boolean }> {
  const [found] = await sql<{ pages: number | null; isWhole: boolean }>(
    cms.url,
    `SELECT pages, coalesce(is_whole, true) AS "isWhole" FROM shown_on('${collection.replaceAll('-', '_')}', ${Number(id)})`,
  )
  return found!
}

const make = async (collection: string, data: object) =>
  (await cms.ask('POST', `/${collection}`, { _status: 'published', ...data })).doc.id

let nth = 0
const pageWith = (...blocks: object[]) =>
  make('pages', { title: 'Viser', slug: `viser-${nth++}`, inMenu: false, blocks })

test('hours are shown through the boxes that have them, and what holds for the hours through them', async () => {
  const hours = await make('opening-hours', { name: 'Kun her', followsCalendar: false })
  const box = await make('contact-boxes', { name: 'Kun her', slug: 'kun-her', openingHours: hours })
  const all = (await shown('contact-boxes', box)).pages ?? 0
  // The contact page shows all boxes.
  expect(all).toBeGreaterThan(0)
  const page = await pageWith({ blockType: 'contactBoxes', boxes: [box] })
  const other = await make('contact-boxes', { name: 'En anden', slug: 'en-anden' })
  expect([await shown('contact-boxes', box), await shown('contact-boxes', other)]).toEqual([
    { pages: all + 1, isWhole: true },
    { pages: all, isWhole: true },
  ])
  expect(await shown('opening-hours', hours)).toEqual({ pages: all + 1, isWhole: true })
  const closed = { from: '2027-02-01', kind: 'closed', reason: 'Personaledag' }
  const exception = await make('hours-exceptions', { ...closed, appliesTo: 'chosen', schedules: [hours] })
  expect((await shown('hours-exceptions', exception)).pages).toBe(all + 1)
  // A page that is not public shows it to nobody.
  await cms.ask('PATCH', `/pages/${String(page)}`, { _status: 'draft' })
  expect((await shown('opening-hours', hours)).pages).toBe(all)
})

test('what closes a department is shown where its boxes are, and not where others with the same hours are', async () => {
  const hours = await make('opening-hours', { name: 'Delt', followsCalendar: false })
  const top = await make('departments', { name: 'Lukker' })
  const unit = await make('departments', { name: 'Enhed', parent: top })
  const box = { openingHours: hours, _status: 'published' }
  const closed = await make('contact-boxes', { ...box, name: 'Lukket', department: unit })
  const open = await make('contact-boxes', { ...box, name: 'Stadig åben' })
  const all = (await shown('contact-boxes', closed)).pages ?? 0
  await pageWith({ blockType: 'contactBoxes', boxes: [closed] })
  await pageWith({ blockType: 'contactBoxes', boxes: [open] })
  const day = { from: '2027-02-01', kind: 'closed', reason: 'Flytning', appliesTo: 'boxes' }
  const ofUnit = await make('hours-exceptions', { ...day, departments: [top] })
  const ofBoth = await make('hours-exceptions', { ...day, boxes: [closed, open] })
  expect((await shown('hours-exceptions', ofUnit)).pages).toBe(all + 1)
  expect((await shown('hours-exceptions', ofBoth)).pages).toBe(all + 2)
  // It holds for the box, and does not show it.
  expect((await shown('contact-boxes', closed)).pages).toBe(all + 1)
})

test('a leader is shown by the department, and that by the one above that a page shows', async () => {
  const person = await make('people', { name: 'Kim Leder' })
  expect((await shown('people', person)).pages).toBe(0)
  const top = await make('departments', { name: 'Øverst' })
  const appointments = [{ person, title: 'Chef' }]
  const below = await make('departments', { name: 'Under', parent: top, appointments })
  await pageWith({ blockType: 'department', department: top })
  await pageWith({ blockType: 'organisationChart', heading: 'Sådan', department: top })
  for (const [collection, id] of [
    ['people', person],
    ['departments', below],
    ['departments', top],
  ] as const)
    expect((await shown(collection, id)).pages).toBe(2)
})

test('what a kind of block shows whole, and what each page shows, is counted', async () => {
  const count = async (table: string) => {
    const [row] = await sql<{ n: number }>(
      cms.url,
      `SELECT count(DISTINCT p.id)::int AS n FROM ${table} b JOIN pages p ON p.id = b._parent_id WHERE p._status = 'published'`,
    )
    return row?.n
  }
  await pageWith({ blockType: 'contactSearch', heading: 'Søg', listHeading: 'Alle' })
  const contact = await make('press-contacts', {
    name: 'Kim',
    slug: 'kim',
    title: 'Chef',
    phones: [{ number: '99311234' }],
  })
  expect((await shown('press-contacts', contact)).pages).toBe(await count('pages_blocks_contact_search'))
  const [day] = (await cms.payload.find({ collection: 'calendar-days', limit: 1 })).docs
  expect((await shown('calendar-days', day?.id)).pages).toBeGreaterThan(0)
})

type Showing = { total: number; pages: { id: number; title: string }[]; isWhole: boolean }

/** What the form says of a document: by how much it is used, and which pages show it unchosen. */
async function told(collection: string, id: unknown): Promise<{ total: number; shown: Showing | null }> {
  const { text } = await cms.ask('GET', `/${collection}/${String(id)}/uses`)
  return JSON.parse(text)
}

test('what is shown without being chosen says on which pages, and may be deleted', async () => {
  const [hours] = (await cms.payload.find({ collection: 'opening-hours', limit: 1 })).docs
  for (const [collection, block, data] of [
    ['pejlemaerker', { blockType: 'principles' }, { title: 'Et pejlemærke', body: paragraph('Tekst') }],
    [
      'press-contacts',
      { blockType: 'contactSearch', heading: 'Søg', listHeading: 'Alle' },
      { name: 'Bo', slug: 'bo', title: 'Chef', phones: [{ number: '99311234' }] },
    ],
    ['contact-boxes', { blockType: 'contactBoxes' }, { name: 'En af alle', slug: 'en-af-alle' }],
  ] as const) {
    const page = await pageWith(block)
    const id = await make(collection, data)
    const { total, shown: showing } = await told(collection, id)
    expect(total).toBe(0)
    expect(showing?.pages).toContainEqual({ id: page, title: 'Viser' })
    expect(showing?.total).toBe((await shown(collection, id)).pages)
    // Visitors still see it while a change of it waits, and see it no more when it is withdrawn.
    await cms.ask('PATCH', `/${collection}/${String(id)}?draft=true`, { _status: 'draft' })
    expect((await told(collection, id)).shown?.total).toBe(showing?.total)
    expect((await cms.ask('PATCH', `/${collection}/${String(id)}`, { _status: 'draft' })).status).toBe(200)
    expect((await told(collection, id)).shown).toEqual({ total: 0, pages: [], isWhole: true })
    expect((await cms.ask('DELETE', `/${collection}/${String(id)}`)).status).toBe(200)
  }
  const closed = { from: '2027-03-01', kind: 'closed', reason: 'Flytning' }
  const exception = await make('hours-exceptions', { ...closed, appliesTo: 'chosen', schedules: [hours?.id] })
  const [day] = (await cms.payload.find({ collection: 'calendar-days', limit: 1 })).docs
  for (const [collection, id] of [
    ['hours-exceptions', exception],
    ['calendar-days', day?.id],
  ] as const) {
    expect((await told(collection, id)).shown?.total).toBeGreaterThan(0)
    expect((await cms.ask('DELETE', `/${collection}/${String(id)}`)).status).toBe(200)
  }
  const person = await make('people', { name: 'Kim Valgt' })
  expect(await told('people', person)).toMatchObject({ total: 0, shown: null })
})

test('a save says once whether it is public, and on how many pages it is shown', async () => {
  const said = async (method: string, address: string, data: object) =>
    (JSON.parse((await cms.ask(method, address, data)).text) as { message: string }).message
  const person = await make('people', { name: 'Kim Kladde' })
  await cms.ask('PATCH', `/people/${String(person)}?draft=true`, { name: 'Kim Ny' })
  expect(await shown('people', person)).toEqual({ pages: null, isWhole: true })
  const one = `/people/${String(person)}`
  expect(await said('PATCH', `${one}?draft=true`, { name: 'Kim Nyere' })).toBe('Kladden er gemt.')
  const published = { name: 'Kim Ny', _status: 'published' }
  expect(await said('PATCH', one, published)).toBe('Offentliggjort. Vises ikke på nogen side.')
  const department = await make('departments', { name: 'Kims', appointments: [{ person, title: 'Chef' }] })
  await pageWith({ blockType: 'department', department })
  expect(await said('PATCH', one, published)).toBe('Offentliggjort. Vises på én side.')
  const page = { title: 'Kims side', slug: 'kims-side' }
  expect(await said('POST', '/pages', { ...page, _status: 'published' })).toBe('Offentliggjort.')
  expect(await said('POST', '/pages?draft=true', { ...page, slug: 'kims-kladde' })).toBe('Kladden er gemt.')
  expect(await said('POST', '/globals/footer', { name: 'Kommunen' })).toBe('Offentliggjort.')
})
