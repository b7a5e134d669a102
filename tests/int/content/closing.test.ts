import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reader } from '../../../src/content/reading/reader.ts'
import { openPool } from '../../../src/database/pool.ts'
import { PageTree } from '../../../src/domain/tree/page-tree.ts'
import { Changes } from '../../../src/server/fresh/changes.ts'
import { restOfCms } from '../cms/rest.ts'

// A department's boxes are closed, and others with the same hours are not: in what visitors get, and in what editors are told.

const week = {
  tuesday: 'monday',
  wednesday: 'monday',
  thursday: 'monday',
  friday: 'monday',
  monday: [{ from: '08:00', to: '15:00' }],
  saturday: [],
  sunday: [],
}

let cms: Awaited<ReturnType<typeof restOfCms>>
let pool: Pool
let ids: Record<'hours' | 'phone' | 'top' | 'unit' | 'land' | 'park' | 'other', number>

const make = async (collection: string, data: object): Promise<number> => {
  const { doc, message } = await cms.ask('POST', `/${collection}`, { _status: 'published', ...data })
  if (typeof doc.id !== 'number') throw new Error(message)
  return doc.id
}

beforeAll(async () => {
  cms = await restOfCms()
  pool = openPool(cms.url, 'reading', 2, 10)
  const hours = await make('opening-hours', { name: 'Fælles', week, followsCalendar: true })
  const phone = await make('opening-hours', { name: 'Telefon', week, followsCalendar: false })
  const top = await make('departments', { name: 'By og Land', kind: 'administration' })
  const unit = await make('departments', { name: 'Park', parent: top })
  const box = (name: string, department: number | null, rest: object = {}) =>
    make('contact-boxes', { name, department, openingHours: hours, ...rest })
  ids = {
    hours,
    phone,
    top,
    unit,
    land: await box('By og Land', top, { phoneHours: phone }),
    park: await box('Park', unit),
    other: await box('Andre', null),
  }
  await make('calendar-days', {
    date: '2026-12-25',
    name: '1. juledag',
    closesOffices: true,
    _status: undefined,
  })
  const page = {
    title: 'Kontakt',
    slug: 'kontakt',
    blocks: [{ blockType: 'contactBoxes', boxes: [ids.park] }],
  }
  await make('pages', page)
})

afterAll(async () => {
  await pool.end()
  await cms.drop()
})

/** The content as it is now, at an instant. */
async function readerAt(at: string): Promise<Reader> {
  // It reads the CMS's configuration, which needs to know the database.
  const { PublishedContent } = await import('../../../src/content/reading/content.ts')
  const { Reader } = await import('../../../src/content/reading/reader.ts')
  const changes = new Changes()
  const { docs } = await cms.payload.find({ collection: 'pages', depth: 0, pagination: false })
  const tree = new PageTree(
    docs.map(({ id, title, slug, updatedAt }) => ({
      id,
      title,
      slug,
      updatedAt,
      parent: null,
      order: '',
      summary: null,
      inMenu: false,
      isPublished: true,
    })),
  )
  const content = new PublishedContent(pool, changes).now(false)
  return new Reader({ content, tree, version: 0, database: pool, now: Temporal.Instant.from(at), side: 1 })
}

const NOW = '2026-12-01T10:00:00+01:00'
const friday = { from: '2026-12-18T12:00:00.000Z', kind: 'closed', reason: 'Flytning' }
const ofTop = () => ({ ...friday, appliesTo: 'boxes', departments: [ids.top] })

async function told(data: object, id: number | null = null) {
  const { touched } = await import('../../../src/content/hours/touched.ts')
  const answer = await touched({ id, data: data as Record<string, unknown> }, await readerAt(NOW))
  return { ...answer, names: answer.boxes.map(({ name }) => name) }
}

/** Which boxes are open at an instant, and why not. */
async function open(at: string) {
  const { boxHours } = await import('../../../src/content/hours/box-hours.ts')
  const { openingStatus } = await import('../../../src/domain/hours/hours.ts')
  const reader = await readerAt(at)
  const { docs } = await cms.payload.find({ collection: 'contact-boxes', depth: 0, sort: 'name' })
  const found: Record<string, unknown> = {}
  for (const { slug } of docs) {
    const hours = await boxHours(slug, reader)
    for (const kind of ['opening', 'phone'] as const) {
      const dated = hours?.[kind]
      if (!dated) continue
      const status = openingStatus(dated.schedule, dated.calendar, reader.now)
      found[`${slug} ${kind}`] = status.open ? 'open' : status.reason
    }
  }
  return found
}

test('before it is saved: the boxes below the department, what holds there, and the pages', async () => {
  const answer = await told(ofTop())
  expect(answer).toMatchObject({ problem: null, duty: 'no', others: [], names: ['By og Land', 'Park'] })
  const day = { before: '8.00–15.00', after: 'Lukket' }
  expect(answer.boxes[0]?.hours).toEqual([
    { isPhone: false, day },
    { isPhone: true, day },
  ])
  expect(answer.pages.map(({ href }) => href)).toEqual(['/kontakt'])
  // While dates are missing, for whom it is is known.
  const early = await told({ appliesTo: 'boxes', boxes: [ids.other], from: '' })
  expect(early).toMatchObject({
    problem: expect.stringMatching(/^Vælg/) as unknown,
    names: ['Andre'],
    pages: [],
  })
  // For hours: whoever has them.
  expect((await told({ ...friday, appliesTo: 'calendar' })).names).toEqual(['Andre', 'By og Land', 'Park'])
  expect((await told({ ...friday, appliesTo: 'chosen', schedules: [ids.phone] })).boxes).toMatchObject([
    { name: 'By og Land', hours: [{ isPhone: true }] },
  ])
})

test('a department is closed and others are not, what is its own comes first, and it can be undone', async () => {
  const all = await make('hours-exceptions', {
    ...friday,
    kind: 'closesFrom',
    closesFrom: '12:00',
    reason: 'Julefrokost',
    appliesTo: 'calendar',
  })
  const before = await told(ofTop())
  expect(before.others).toEqual([
    { id: all, reason: 'Julefrokost', dates: '18. december 2026', decides: 'this' },
  ])
  expect(before.boxes[1]?.hours[0]?.day).toEqual({ before: '8.00–12.00', after: 'Lukket' })

  const id = await make('hours-exceptions', ofTop())
  expect(await open('2026-12-18T09:00:00+01:00')).toEqual({
    'andre opening': 'open',
    'by-og-land opening': 'Flytning',
    'by-og-land phone': 'Flytning',
    'park opening': 'Flytning',
  })
  expect(await open('2026-12-18T13:00:00+01:00')).toMatchObject({ 'andre opening': 'Julefrokost' })
  // For the hours it would not be seen where the box has its own; nor in the same days that somebody closed later.
  const third = { ...friday, to: '2026-12-20T12:00:00.000Z', reason: 'Alle', appliesTo: 'calendar' }
  expect((await told(third)).others).toMatchObject([
    { reason: 'Julefrokost', decides: 'other' },
    { reason: 'Flytning', decides: 'other' },
  ])
  expect((await told({ ...ofTop(), reason: 'Igen' })).others).toMatchObject([
    { reason: 'Julefrokost', decides: 'this' },
    { reason: 'Flytning', decides: 'this' },
  ])
  // Opened again in the form, it does not meet itself.
  expect((await told(ofTop(), id)).others).toMatchObject([{ reason: 'Julefrokost', decides: 'this' }])

  expect((await cms.ask('DELETE', `/departments/${ids.top}`)).text).toContain('Undtagelse »Flytning«')
  expect((await cms.ask('DELETE', `/hours-exceptions/${id}`)).status).toBe(200)
  expect(await open('2026-12-18T09:00:00+01:00')).toMatchObject({ 'park opening': 'open' })
  await cms.ask('DELETE', `/hours-exceptions/${all}`)
})

test('boxes and departments must be chosen, also over the API', async () => {
  const { status, text } = await cms.ask('POST', '/hours-exceptions', {
    ...friday,
    appliesTo: 'boxes',
    _status: 'published',
  })
  expect([status, text]).toEqual([400, expect.stringContaining('Vælg mindst én kontaktboks eller afdeling.')])
})

test('the coming days: one row for those who share hours, one for the box that has days of its own', async () => {
  const { comingDays, specialDays } = await import('../../../src/content/hours/coming-days.ts')
  const id = await make('hours-exceptions', { ...friday, appliesTo: 'boxes', boxes: [ids.park] })
  const coming = await comingDays(await readerAt(NOW))
  expect([coming.dates.length, coming.dates[0], coming.dates.at(-1)]).toEqual([
    42,
    '2026-12-01',
    '2027-01-11',
  ])
  expect(coming.rows.map(({ name, users }) => [name, users.map((user) => user.name).toSorted()])).toEqual([
    ['Fælles', expect.any(Array)],
    ['Fælles', expect.any(Array)],
    ['Telefon', ['By og Land, telefon']],
  ])
  expect(specialDays(coming)).toEqual([
    {
      date: '2026-12-18',
      items: [
        { reason: 'Flytning', hours: 'Lukket', exception: id, users: [{ box: ids.park, name: 'Park' }] },
      ],
    },
    {
      date: '2026-12-25',
      items: [
        {
          reason: '1. juledag',
          hours: 'Lukket',
          exception: null,
          users: ['Andre', 'By og Land', 'Park'].map((name) => ({
            box: expect.any(Number) as unknown,
            name,
          })),
        },
      ],
    },
  ])
  await cms.ask('DELETE', `/hours-exceptions/${id}`)
})

test('300 boxes on 80 hours are quick', async () => {
  const { comingDays } = await import('../../../src/content/hours/coming-days.ts')
  await pool.query(`
    INSERT INTO opening_hours (name, week, follows_calendar, _status)
      SELECT 'Tider ' || n, (SELECT week FROM opening_hours WHERE id = ${ids.hours}), true, 'published'
      FROM generate_series(1, 80) n;
    INSERT INTO contact_boxes (name, slug, opening_hours_id, phone_hours_id, _status)
      SELECT 'Boks ' || n, 'boks-' || n, h.id, h.id, 'published' FROM generate_series(1, 300) n
      JOIN opening_hours h ON h.name = 'Tider ' || 1 + n % 80`)
  const reader = await readerAt(NOW)
  await comingDays(reader)
  const started = performance.now()
  const { rows } = await comingDays(reader)
  await told(ofTop())
  expect(rows.length).toBeGreaterThan(80)
  expect(performance.now() - started).toBeLessThan(2000)
})
