import { afterAll, beforeAll, expect, test } from 'vitest'
import { queryOf, readAsked } from '../../../../src/admin/documents/trail/asked.ts'
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

test('a day is a day in Denmark', async () => {
  const { events } = await read('fra=24.12.2025&til=24.12.2025')
  expect(events[0]!.at.getTime()).toBeLessThan(Date.parse('2025-12-24T23:00Z'))
  expect(events[0]!.at.getTime()).toBeGreaterThan(Date.parse('2025-12-24T22:59Z'))
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
