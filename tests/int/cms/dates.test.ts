import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Field, SanitizedConfig } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restOfCms } from './rest.ts'

const importMap = readFileSync(
  path.resolve(import.meta.dirname, '../../../src/app/(payload)/admin/importMap.js'),
  'utf8',
)

let cms: Awaited<ReturnType<typeof restOfCms>>
let database: Client

beforeAll(async () => {
  cms = await restOfCms()
  database = new Client({ connectionString: cms.url })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await cms.drop()
})

/** The paths of all date fields that an editor can see, each with the field. */
function datesIn(fields: readonly Field[], above: string): [path: string, field: Field][] {
  return fields.flatMap((field): [string, Field][] => {
    const { disabled = false } = (field.admin ?? {}) as { disabled?: boolean }
    if (disabled || ('hidden' in field && field.hidden)) return []
    const below = 'name' in field ? `${above}.${field.name}` : above
    if (field.type === 'date') return field.admin?.hidden ? [] : [[below, field]]
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => datesIn(tab.fields, 'name' in tab ? `${below}.${tab.name}` : below))
    if (field.type === 'blocks')
      return field.blocks.flatMap((block) => datesIn(block.fields, `${below}.${block.slug}`))
    return 'fields' in field ? datesIn(field.fields, below) : []
  })
}

const ours = (config: SanitizedConfig) =>
  [...config.collections, ...config.globals].filter(({ slug }) => !slug.startsWith('payload-'))

test('every date that an editor can see is our field, in forms, lists and comparisons', () => {
  const { config } = cms.payload
  const dates = ours(config).flatMap(({ slug, fields }) => datesIn(fields, slug))
  expect(dates.map(([path]) => path)).toEqual(
    expect.arrayContaining(['calendar-days.date', 'hours-exceptions.from', 'opening-hours.laterWeeks.from']),
  )
  const own = ['date-field.tsx#DateField', 'date-cell.tsx#DateCell', 'date-diff.tsx#DateDiff']
  const others = dates.filter(([, { admin }]) => {
    const parts = (admin?.components ?? {}) as Record<string, unknown>
    return ['Field', 'Cell', 'Diff'].some(
      (part, index) => parts[part] !== `/src/admin/time/dates/${own[index]}`,
    )
  })
  expect(others.map(([path]) => path)).toEqual([])
})

test('in the list of every collection conditions on dates are our input', () => {
  const lists = cms.payload.config.collections
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .map(({ admin }) => admin.components?.views?.list?.Component)
  expect(new Set(lists)).toEqual(new Set(['/src/admin/time/dates/date-list-view.tsx#DateListView']))
})

test.each([
  'date-field.tsx#DateField',
  'date-cell.tsx#DateCell',
  'date-diff.tsx#DateDiff',
  'date-list-view.tsx#DateListView',
  'today.tsx#Today',
])('the admin finds %s', (component) => {
  expect(importMap).toContain(`"/src/admin/time/dates/${component}":`)
})

/** The stored instant of a calendar day, as the database has it. */
const stored = async (id: unknown) =>
  (await database.query('SELECT date FROM calendar_days WHERE id = $1', [id])).rows[0].date.toISOString()

test.each([
  ['2027-06-13T22:00Z', '2027-06-14'],
  ['2027-06-15T21:59:59.999Z', '2027-06-15'],
  ['2027-12-13T22:30:00+00:00', '2027-12-13'],
  ['2027-12-14T23:30:00Z', '2027-12-15'],
  ['2027-06-18T00:00:00+13:00', '2027-06-17'],
  ['2027-06-19', '2027-06-19'],
  ['2027-06-20T12:00:00.000Z', '2027-06-20'],
])('%s over the API is stored as %s', async (sent, date) => {
  const { status, doc } = await cms.ask('POST', '/calendar-days', { date: sent, name: sent })
  expect([status, doc.date]).toEqual([201, `${date}T12:00:00.000Z`])
  expect(await stored(doc.id)).toBe(`${date}T12:00:00.000Z`)
  const answer = await cms.ask('PATCH', `/calendar-days/${doc.id}`, { name: 'Et andet navn' })
  expect([answer.status, await stored(doc.id)]).toEqual([200, `${date}T12:00:00.000Z`])
  // As a form sends what it was given.
  const again = await cms.ask('PATCH', `/calendar-days/${doc.id}`, { date: doc.date, name: 'Et tredje navn' })
  expect([again.status, await stored(doc.id)]).toEqual([200, `${date}T12:00:00.000Z`])
})

test('a date that was not stored by the CMS stays where it is until somebody changes it', async () => {
  const { doc } = await cms.ask('POST', '/calendar-days', { date: '2028-06-13', name: 'Fra en fil' })
  const late = '2028-06-13T22:00:00.000Z'
  await database.query('UPDATE calendar_days SET date = $1 WHERE id = $2', [late, doc.id])
  expect((await cms.ask('PATCH', `/calendar-days/${doc.id}`, { name: 'Nyt navn' })).status).toBe(200)
  expect(await stored(doc.id)).toBe(late)
  expect((await cms.ask('PATCH', `/calendar-days/${doc.id}`, { date: late, name: 'Igen' })).status).toBe(200)
  expect(await stored(doc.id)).toBe(late)
  expect((await cms.ask('PATCH', `/calendar-days/${doc.id}`, { date: '2028-06-14' })).status).toBe(200)
  expect(await stored(doc.id)).toBe('2028-06-14T12:00:00.000Z')
})

const REFUSED = [
  ['31.4.2027', '»31.4.2027« er ikke en dato.'],
  ['2.12.2026', '»2.12.2026« er ikke en dato.'],
  ['03042027x', '»03042027x« er ikke en dato.'],
  ['2027-02-30', '»2027-02-30« er ikke en dato.'],
  ['2027-02-30T12:00:00.000Z', '»2027-02-30T12:00:00.000Z« er ikke en dato.'],
  ['2027-06-13T25:00Z', '»2027-06-13T25:00Z« er ikke en dato.'],
  ['0226-12-02', 'År 226 kan ikke bruges. Vælg en dato mellem 1900 og 2199.'],
] as const

test.each(REFUSED)('%s is refused: %s', async (date, message) => {
  const { status, text } = await cms.ask('POST', '/calendar-days', { date, name: 'Forkert' })
  expect([status, text]).toEqual([400, expect.stringContaining(message)])
  const { totalDocs } = await cms.payload.count({
    collection: 'calendar-days',
    where: { name: { equals: 'Forkert' } },
  })
  expect(totalDocs).toBe(0)
})

test.each(REFUSED)('%s is refused in a draft and in a row too', async (from, message) => {
  const draft = { reason: 'Forkert', _status: 'draft' }
  const exception = await cms.ask('POST', '/hours-exceptions?draft=true', { ...draft, from })
  expect([exception.status, exception.text]).toEqual([400, expect.stringContaining(message)])
  const row = await cms.ask('POST', '/opening-hours?draft=true', {
    name: 'Forkert',
    _status: 'draft',
    laterWeeks: [{ from: '2027-06-13T22:00Z' }, { from }],
  })
  expect([row.status, row.text]).toEqual([400, expect.stringContaining(message)])
  expect(row.text).toContain('laterWeeks.1.from')
})

test('a row is stored by its day in Denmark, and an empty date stays empty', async () => {
  const { doc } = await cms.ask('POST', '/opening-hours?draft=true', {
    name: 'Uger',
    _status: 'draft',
    laterWeeks: [{ from: '2027-06-13T22:00Z' }],
  })
  expect(doc.laterWeeks).toMatchObject([{ from: '2027-06-14T12:00:00.000Z' }])
  const exception = { from: '2027-06-13T22:00Z', to: null, reason: 'Uden ende', _status: 'draft' }
  const { doc: day } = await cms.ask('POST', '/hours-exceptions?draft=true', exception)
  expect(day).toMatchObject({ from: '2027-06-14T12:00:00.000Z', to: null })
})
