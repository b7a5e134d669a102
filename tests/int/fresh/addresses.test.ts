import * as fc from 'fast-check'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/database/pool.ts'
import { KnownAddresses } from '../../../src/server/fresh/addresses.ts'
import { migratedCms } from '../fresh-database.ts'
import { copyOf } from './town.ts'
import { anyEdit, BEGINNING, sqlOf } from './town-edits.ts'

let database: Awaited<ReturnType<typeof migratedCms>>
let pool: Pool
let moved: Set<string>

beforeAll(async () => {
  database = await migratedCms()
  pool = new Pool({ connectionString: database.url, max: 4 })
})

beforeEach(async () => {
  await pool.query(BEGINNING)
  moved = new Set()
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function readAll(from: Database): Promise<KnownAddresses> {
  const addresses = new KnownAddresses(from, (paths) => {
    for (const path of paths) moved.add(path)
  })
  await addresses.settled()
  return addresses
}

const byPath = (addresses: KnownAddresses) =>
  Object.fromEntries(
    addresses
      .all()
      .toSorted()
      .map((path) => [path, addresses.tree.at(path)]),
  )

test('after any changes, told in any order and grouping, the addresses are those that would be read anew', async () => {
  const steps = fc.array(
    fc.record({
      edits: fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
      isShuffled: fc.boolean(),
      waits: fc.infiniteStream(fc.boolean()),
    }),
    { minLength: 3, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      await pool.query(BEGINNING)
      const addresses = await readAll(pool)
      let before = byPath(addresses)
      for (const { edits, isShuffled, waits } of all) {
        const copy = await copyOf(pool)
        const statements = edits.map((edit) => sqlOf(edit, copy)).join(';')
        // Two pages at one address are refused.
        await pool.query(statements).catch(() => {})
        const { rows } = await pool.query<{ what: string }>('DELETE FROM changes.log RETURNING what')
        moved.clear()
        for (const { what } of isShuffled ? rows.toReversed() : rows) {
          addresses.note(what)
          if (waits.next().value) await addresses.settled()
        }
        await addresses.settled()
        const heard = new Set(moved)
        const after = byPath(addresses)
        expect(after).toEqual(byPath(await readAll(pool)))
        expect(addresses.size).toBe(addresses.all().length)
        const paths = Object.keys({ ...before, ...after })
        expect(paths.filter((path) => before[path] !== after[path] && !heard.has(path))).toEqual([])
        before = after
      }
    }),
    { seed: 9, numRuns: 10, endOnFailure: true },
  )
}, 120_000)

test('an address that is spelled in two ways is there until both are gone', async () => {
  // å as one letter, and as a with a ring.
  await pool.query(
    `INSERT INTO redirects (id, "from", page_id) VALUES (11, U&'/\\00e5', 2), (12, U&'/a\\030a', 3)`,
  )
  const addresses = await readAll(pool)
  expect(addresses.has('/å')).toBe(true)
  for (const [id, isThere] of [
    [12, true],
    [11, false],
  ] as const) {
    await pool.query('DELETE FROM redirects WHERE id = $1', [id])
    addresses.note(`redirects:${id}`)
    await addresses.settled()
    expect(addresses.has('/å')).toBe(isThere)
  }
})

test('what has moved is told even if the database fails before all is read', async () => {
  let left = Infinity
  const failing = {
    query: (...asked: unknown[]) =>
      left-- > 0
        ? (pool.query as (...all: unknown[]) => unknown)(...asked)
        : Promise.reject(new Error('The database is gone')),
  } as Database
  // The pool's own method needs its pool.
  pool.query = pool.query.bind(pool)
  const addresses = await readAll(failing)
  moved.clear()
  await pool.query(`UPDATE pages SET _status = 'draft' WHERE id = 3; DELETE FROM redirects WHERE id = 1`)
  // Pages can be read, redirects cannot.
  left = 1
  addresses.note('pages:3')
  addresses.note('redirects:1')
  await expect(addresses.settled()).rejects.toThrow('gone')
  left = Infinity
  await addresses.settled()
  expect([...moved].toSorted()).toEqual(['/b', '/d'])
  expect([addresses.has('/b'), addresses.has('/d')]).toEqual([false, false])
})
