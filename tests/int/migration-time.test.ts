import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../e2e/tools/sql.ts'
import { cmsBefore } from './fresh-database.ts'

let payload: Payload
let database: Awaited<ReturnType<typeof cmsBefore>>

// A site of the time before: one schedule with a span past midnight, and two exceptions.
beforeAll(async () => {
  database = await cmsBefore((name) => name.endsWith('_time'))
  payload = database.payload
  await sql(
    database.url,
    `INSERT INTO opening_hours (id, name, follows_calendar, _status) VALUES (7, 'Aftenvagt', true, 'published');
     INSERT INTO opening_hours_week (_order, _parent_id, id, weekday, "from", "to") VALUES
       (1, 7, 'w2', '1', '13:00', '15:00'), (2, 7, 'w1', '1', '08:00', '12:00'), (3, 7, 'w3', '5', '20:00', '02:00');
     INSERT INTO opening_hours_exceptions (_order, _parent_id, id, "from", "to", reason) VALUES
       (1, 7, 'e1', '2026-12-23T12:00:00Z', '2026-12-30T12:00:00Z', 'Juleferie'),
       (2, 7, 'e2', '2027-02-01T12:00:00Z', NULL, 'Personaledag');
     INSERT INTO opening_hours_exceptions_spans (_order, _parent_id, id, "from", "to") VALUES
       (1, 'e2', 's1', '08:00', '10:00'), (2, 'e2', 's2', '22:00', '01:00');
     INSERT INTO _opening_hours_v (id, parent_id, version_name, version__status, latest) VALUES
       (3, 7, 'Aftenvagt', 'published', true);
     INSERT INTO _opening_hours_v_version_week (_order, _parent_id, weekday, "from", "to") VALUES
       (1, 3, '7', '10:00', '14:00');`,
  )
  await database.migrate()
})

afterAll(() => database.drop())

const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }

test('a week of before is the same week, with the spans past midnight marked', async () => {
  const doc = await payload.findByID({ collection: 'opening-hours', id: 7 })
  expect(doc.week).toEqual({
    ...closed,
    monday: [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '15:00' },
    ],
    friday: [{ from: '20:00', to: '02:00', nextDay: true }],
  })
})

test('the versions of a schedule keep their weeks', async () => {
  const { docs } = await payload.findVersions({ collection: 'opening-hours' })
  expect(docs[0]?.version.week).toEqual({ ...closed, sunday: [{ from: '10:00', to: '14:00' }] })
})

// With `draft` Payload reads the newest version, as its admin does.
test.each([false, true])('exceptions of before stand on their own (draft: %s)', async (draft) => {
  const { docs } = await payload.find({ collection: 'hours-exceptions', depth: 0, sort: 'from', draft })
  expect(docs).toMatchObject([
    { kind: 'closed', reason: 'Juleferie', appliesTo: 'chosen', schedules: [7], _status: 'published' },
    { kind: 'spans', reason: 'Personaledag', appliesTo: 'chosen', schedules: [7], _status: 'published' },
  ])
  expect(docs.map(({ from, to }) => [from, to])).toEqual([
    ['2026-12-23T12:00:00.000Z', '2026-12-30T12:00:00.000Z'],
    ['2027-02-01T12:00:00.000Z', null],
  ])
  expect(docs[1]?.spans).toMatchObject([
    { from: '08:00', to: '10:00', nextDay: false },
    { from: '22:00', to: '01:00', nextDay: true },
  ])
})
