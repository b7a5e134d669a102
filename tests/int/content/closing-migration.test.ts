import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../e2e/tools/sql.ts'
import { cmsBefore } from '../fresh-database.ts'

let payload: Payload
let database: Awaited<ReturnType<typeof cmsBefore>>

const rows = () =>
  sql(
    database.url,
    `SELECT e.id, e.applies_to::text AS who, array_agg(r.opening_hours_id) AS schedules
     FROM hours_exceptions e LEFT JOIN hours_exceptions_rels r ON r.parent_id = e.id GROUP BY e.id ORDER BY e.id`,
  )

beforeAll(async () => {
  database = await cmsBefore((name) => name.endsWith('_closing'))
  payload = database.payload
  await sql(
    database.url,
    `INSERT INTO opening_hours (id, name, _status) VALUES (7, 'Som alle', 'published');
     INSERT INTO hours_exceptions (id, "from", kind, reason, applies_to, _status) VALUES
       (901, '2026-12-18', 'closed', 'Alle', 'calendar', 'published'),
       (902, '2026-12-18', 'closed', 'Nogle', 'chosen', 'published');
     INSERT INTO hours_exceptions_rels (parent_id, path, opening_hours_id) VALUES (902, 'schedules', 7)`,
  )
  await database.migrate()
})

afterAll(() => database.drop())

test('what an exception was for stays, and what is for boxes holds for nobody on the way back', async () => {
  const before = [
    { id: 901, who: 'calendar', schedules: [null] },
    { id: 902, who: 'chosen', schedules: [7] },
  ]
  expect(await rows()).toEqual(before)
  const box = await payload.create({
    collection: 'contact-boxes',
    data: { name: 'By og Land', slug: 'by-og-land', _status: 'published' },
  })
  const own = await payload.create({
    collection: 'hours-exceptions',
    data: {
      from: '2026-12-18',
      kind: 'closed',
      reason: 'Flytning',
      appliesTo: 'boxes',
      boxes: [box.id],
      _status: 'published',
    },
  })
  const { step } = database
  await step.down({ db: payload.db.drizzle, payload } as never)
  const after = [{ id: own.id, who: 'chosen', schedules: [null] }, ...before]
  expect(await rows()).toEqual(after)
  expect(
    await sql(database.url, 'SELECT DISTINCT version_applies_to::text AS who FROM _hours_exceptions_v'),
  ).toEqual([{ who: 'chosen' }])
  await step.up({ db: payload.db.drizzle, payload } as never)
  expect(await rows()).toEqual(after)
  const { docs } = await payload.find({ collection: 'hours-exceptions', depth: 0 })
  expect(docs).toHaveLength(3)
})
