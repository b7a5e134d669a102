import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migratedClient } from '../fresh-database.ts'

// A save reads again only the departments it concerns, and search ends as if all were read again.

let database: Awaited<ReturnType<typeof migratedClient>>
let client: typeof database.client

beforeAll(async () => {
  database = await migratedClient()
  client = database.client
})

afterAll(() => database.drop())

type Change = [statement: string, values: unknown[]]

const department = fc.integer({ min: 1, max: 6 })
const page = fc.integer({ min: 1, max: 3 })
const status = fc.constantFrom('draft', 'published')

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(
    fc.constant(
      'UPDATE departments SET parent_id = (SELECT id FROM departments WHERE id = $2) WHERE id = $1',
    ),
    fc.tuple(department, fc.option(department)),
  ),
  fc.tuple(fc.constant('UPDATE departments SET _status = $2 WHERE id = $1'), fc.tuple(department, status)),
  fc.tuple(fc.constant('UPDATE pages SET _status = $2 WHERE id = $1'), fc.tuple(page, status)),
  fc.tuple(
    fc.constant('UPDATE pages SET _order = $2 WHERE id = $1'),
    fc.tuple(page, fc.constantFrom('a1', 'a5', 'a9')),
  ),
  fc.tuple(fc.constant('DELETE FROM departments WHERE id = $1'), fc.tuple(department)),
  fc.tuple(fc.constant('DELETE FROM pages_blocks_department WHERE _parent_id = $1'), fc.tuple(page)),
  fc.tuple(
    fc.constant('UPDATE pages SET title = $2 WHERE id = $1'),
    fc.tuple(page, fc.constantFrom('Side', 'Afdeling 1', 'Afdeling 2')),
  ),
  fc.tuple(
    fc.constant(
      `INSERT INTO contact_boxes (id, name, slug, _status) VALUES ($1::int, $2, 'boks-' || $1::int, 'published')
       ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
    ),
    fc.tuple(page, fc.constantFrom('Boks', 'Afdeling 2', 'Afdeling 4')),
  ),
  fc.tuple(fc.constant('DELETE FROM contact_boxes WHERE id = $1'), fc.tuple(page)),
  fc.tuple(
    fc.constant(
      `INSERT INTO pages_blocks_department (_order, _parent_id, _path, id, department_id)
       SELECT 1, $1, 'blocks', gen_random_uuid(), id FROM departments WHERE id = $2`,
    ),
    fc.tuple(page, department),
  ),
)

const found = async () =>
  (
    await client.query(
      `SELECT id, kind, title, page FROM search.entries WHERE collection = 'departments' ORDER BY id, kind`,
    )
  ).rows

test('whatever changes in the organisation and on the pages that show it, nothing stays as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      await client.query(
        `DELETE FROM pages;
         DELETE FROM contact_boxes;
         DELETE FROM departments;
         INSERT INTO departments (id, name, parent_id, _status)
         SELECT i, 'Afdeling ' || i, nullif(i / 2, 0), 'published' FROM generate_series(1, 6) i;
         INSERT INTO pages (id, title, slug, _order, _status)
         SELECT i, 'Side ' || i, 'side-' || i, 'a' || i * 2, 'published' FROM generate_series(1, 3) i;
         INSERT INTO pages_blocks_department (_order, _parent_id, _path, id, department_id)
         SELECT 1, i, 'blocks', gen_random_uuid(), i FROM generate_series(1, 3) i`,
      )
      for (const [statement, values] of changes) await client.query(statement, values)
      const kept = await found()
      await client.query(
        `DELETE FROM search.entries WHERE collection = 'departments';
         SELECT search.refresh('departments', (SELECT array_agg(id) FROM departments))`,
      )
      expect(kept).toEqual(await found())
    }),
  )
})
