import { afterAll, beforeAll, expect, test } from 'vitest'
import { boundsOf, queryOf, readAsked } from '../../../../src/admin/documents/trail/asked.ts'
import {
  peopleOfTrail,
  readTrail,
  type TrailEvent,
} from '../../../../src/admin/documents/trail/read-trail.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { migratedCms } from '../../fresh-database.ts'

// »Seneste ændringer« with a million events: what is asked for is there at once.

let cms: Awaited<ReturnType<typeof migratedCms>>

const EVENTS = 1_000_000

beforeAll(async () => {
  cms = await migratedCms()
  await sql(
    cms.url,
    `INSERT INTO trail.events (at, kind, user_id, user_name, collection, document_id, title, for_administrators)
     SELECT timestamptz '2026-11-28T12:00Z' - number * interval '34 seconds',
            CASE WHEN number % 100000 = 7 THEN 'deleted' WHEN number % 3 = 0 THEN 'logged-in' ELSE 'changed' END,
            number % 20 + 1, 'Person ' || (number % 20 + 1), 'people', number, 'Titel ' || number, number % 3 = 0
     FROM generate_series(1, ${EVENTS}) AS number`,
  )
  await sql(cms.url, 'ANALYZE trail.events')
}, 240_000)

afterAll(() => cms.drop())

const asked = (query: string) => readAsked(Object.fromEntries(new URLSearchParams(query)), '2026-11-28')
const read = (query: string, isAdministrator = true) => readTrail(asked(query), isAdministrator, cms.payload)

test.each([
  ['', true],
  ['', false],
  ['person=7', true],
  ['person=7', false],
  ['slags=deleted', true],
  ['slags=logged-in', false],
  ['person=7&slags=deleted', true],
  ['person=3&slags=unpublished', true],
  ['periode=i-dag', true],
  ['periode=30-dage&person=7', false],
  ['periode=alt', true],
  ['periode=alt&person=3&slags=unpublished', false],
  ['fra=24.12.2025&til=24.12.2025', true],
  ['fra=1.12.2025&til=24.12.2025&person=7&slags=changed', false],
  ['periode=alt&efter=1750000000000000-1', true],
  ['periode=alt&efter=1750000000000000-1&person=7', false],
])('%s (administrator: %s) takes a moment', async (query, isAdministrator) => {
  await read(query, isAdministrator)
  const begun = performance.now()
  const { events } = await read(query, isAdministrator)
  const took = performance.now() - begun
  // Some milliseconds on a machine with nothing else to do.
  expect(took).toBeLessThan(1000)
  const logins = events.filter(({ kind }) => kind === 'logged-in')
  expect(isAdministrator || logins.length === 0).toBe(true)
})

test('pages follow each other without a gap, also where many events are of one instant', async () => {
  await sql(
    cms.url,
    `INSERT INTO trail.events (at, kind, user_id, user_name)
     SELECT '2026-11-28T13:00:00.123456Z', 'moved', 99, 'Sidst' FROM generate_series(1, 120)`,
  )
  const seen: TrailEvent[] = []
  let query = 'person=99'
  for (let page = 0; page < 5; page++) {
    const { events, next } = await read(query)
    seen.push(...events)
    if (!next) break
    query = queryOf({ ...asked(query), after: next })
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(120)
  expect(await peopleOfTrail(cms.payload)).toHaveLength(21)
})

test('a day is a day in Denmark, also when the clocks change', async () => {
  expect(boundsOf('2026-03-29')).toEqual({ from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' })
  expect(boundsOf('2026-10-25')).toEqual({ from: '2026-10-24T22:00:00Z', to: '2026-10-25T23:00:00Z' })
  const { events } = await read('fra=24.12.2025&til=24.12.2025')
  expect(events[0]!.at.getTime()).toBeLessThan(Date.parse('2025-12-24T23:00Z'))
  expect(events[0]!.at.getTime()).toBeGreaterThan(Date.parse('2025-12-24T22:59Z'))
})

test('what cannot be read asks for nothing, and a day that is none is told', async () => {
  expect(asked('person=x&slags=y&efter=z')).toMatchObject({ person: null, kind: null, after: null })
  expect(asked('fra=31.4.2026').problem).toContain('31. april 2026 findes ikke')
  expect(asked('til=31.4.2026').problem).toContain('31. april 2026 findes ikke')
  expect(asked('fra=2.1.&til=1.1.').problem).toBe('»Fra« ligger efter »Til og med«.')
  expect(readAsked({ person: ['1', '2'], fra: ['a'], slags: {}, periode: 'x' }, '2026-11-28')).toMatchObject({
    kind: null,
    period: '7-dage',
    from: '2026-11-21',
    to: null,
  })
})

test.each([
  ['', { period: '7-dage', from: '2026-11-21', to: null }],
  ['periode=i-dag', { period: 'i-dag', from: '2026-11-28', to: null }],
  ['periode=30-dage', { period: '30-dage', from: '2026-10-29', to: null }],
  ['periode=alt', { period: 'alt', from: null, to: null }],
  ['fra=2.1.', { period: null, from: '2026-01-02', to: null }],
  ['til=i går', { period: null, from: null, to: '2026-11-27' }],
  ['fra=1.11.2026&til=3.11.2026&periode=30-dage', { period: null, from: '2026-11-01', to: '2026-11-03' }],
])('»%s« is a period, and its address says the same', (query, period) => {
  expect(asked(query)).toMatchObject({ ...period, problem: null })
  expect(asked(queryOf(asked(query)))).toEqual(asked(query))
})

test('what is older than the period is not there', async () => {
  const { events } = await read('person=7&periode=i-dag')
  expect(events.length).toBeGreaterThan(0)
  expect(events.every(({ at }) => at.getTime() >= Date.parse('2026-11-27T23:00Z'))).toBe(true)
  const { events: between } = await read('person=7&fra=1.11.2026&til=2.11.2026')
  const times = between.map(({ at }) => at.getTime())
  expect(Math.max(...times)).toBeLessThan(Date.parse('2026-11-02T23:00Z'))
})

test('a kind that only a newer release knows is shown all the same', async () => {
  await sql(cms.url, `INSERT INTO trail.events (kind, user_id) VALUES ('scheduled', 98)`)
  const { events } = await read('person=98')
  expect(events).toMatchObject([{ kind: 'changed', userName: null }])
})
