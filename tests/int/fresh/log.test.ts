import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERYTHING } from '../../../src/domain/content-change.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { serverOf } from './away.ts'
import { away, beat, begin, change, database, tell, told, until } from './log-site.ts'

test('two transactions that commit in the reverse order of their numbers are both told, once', async () => {
  const [first, second] = [await begin(), await begin()]
  await tell(first, 'pages:1')
  await tell(second, 'pages:2')
  await second.query('COMMIT')
  await until(() => told.includes('pages:2'))
  await beat()
  await first.query('COMMIT')
  await until(() => told.includes('pages:1'))
  await beat()
  await beat()
  expect(told).toEqual(['pages:2', 'pages:1'])
})

test('the same while the listener is away at each commit, and between them is not', async () => {
  const [first, second] = [await begin(), await begin()]
  await tell(first, 'pages:1')
  await tell(second, 'pages:2')
  await away(() => second.query('COMMIT'))
  expect(told).toEqual(['pages:2'])
  await away(() => first.query('COMMIT'))
  expect(told).toEqual(['pages:2', 'pages:1'])
  await away(() => Promise.resolve())
  expect(told).toEqual(['pages:2', 'pages:1'])
})

test('what is rolled back is never told, nor what is rolled back in a part of a transaction', async () => {
  const [rolledBack, inParts] = [await begin(), await begin()]
  await tell(rolledBack, 'pages:1')
  await tell(inParts, 'pages:2')
  await inParts.query('SAVEPOINT a')
  await tell(inParts, 'pages:3')
  await inParts.query('ROLLBACK TO a; SAVEPOINT b')
  await tell(inParts, 'pages:4')
  await inParts.query('RELEASE b')
  await away(async () => {
    await rolledBack.query('ROLLBACK')
    await inParts.query('COMMIT')
  })
  expect(told.toSorted()).toEqual(['pages:2', 'pages:4'])
  const connected = await begin()
  await connected.query('SAVEPOINT a')
  await tell(connected, 'pages:5')
  await connected.query('ROLLBACK TO a; SAVEPOINT b')
  await tell(connected, 'pages:6')
  await connected.query('RELEASE b; COMMIT')
  await until(() => told.includes('pages:6'))
  await beat()
  expect(told.toSorted()).toEqual(['pages:2', 'pages:4', 'pages:6'])
})

test('who comes back after an hour is told what has changed, and nothing else', async () => {
  await change('pages:1')
  await until(() => told.length === 1)
  const writer = await begin()
  await writer.query('COMMIT')
  await away(async () => {
    await tell(writer, 'pages:2', 'page-node:2')
    await tell(writer, 'footer')
    await writer.query(`UPDATE changes.log SET at = at - interval '1 hour'`)
    await writer.query(`SELECT changes.trim('3 days')`)
  })
  expect(told.toSorted()).toEqual(['footer', 'page-node:2', 'pages:1', 'pages:2'])
})

test('who comes back after a week, when the log is trimmed, is told that anything may have changed', async () => {
  const writer = await begin()
  await writer.query('COMMIT')
  await away(async () => {
    await tell(writer, 'pages:2')
    await writer.query(`UPDATE changes.log SET at = at - interval '7 days'`)
    await writer.query(`SELECT changes.trim('3 days')`)
    await tell(writer, 'pages:3')
  })
  expect(told).toContain(EVERYTHING)
  // That is said once.
  await beat()
  expect(told.filter((what) => what === EVERYTHING)).toEqual([EVERYTHING])
  await change('pages:4')
  await until(() => told.includes('pages:4'))
})

test('a log that is trimmed up to what was heard loses nothing', async () => {
  await change('pages:1')
  await until(() => told.length === 1)
  await beat()
  const writer = await begin()
  await writer.query('COMMIT')
  await away(async () => {
    await writer.query(`UPDATE changes.log SET at = at - interval '7 days'`)
    await writer.query(`SELECT changes.trim('3 days')`)
    await tell(writer, 'pages:2')
  })
  expect(told).toEqual(['pages:1', 'pages:2'])
})

test('what only the log tells is told at the next heartbeat, once', async () => {
  await sql(database.url, `INSERT INTO changes.log (what) VALUES ('pages:1')`)
  await beat()
  await beat()
  await beat()
  expect(told).toEqual(['pages:1'])
})

test('of a transaction that was only notified in part the log tells the rest', async () => {
  const writer = await begin()
  await writer.query(`INSERT INTO changes.log (what) VALUES ('pages:1'), ('pages:2')`)
  await writer.query(`SELECT pg_notify('content_changed', 'pages:1 ' || pg_current_xact_id())`)
  await writer.query('COMMIT')
  await until(() => told.includes('pages:1'))
  await beat()
  await beat()
  expect(told).toEqual(['pages:1', 'pages:2'])
})

test('a change that is notified without a number is told each time', async () => {
  for (const count of [1, 2]) {
    await sql(database.url, `SELECT pg_notify('content_changed', 'pages:1')`)
    await until(() => told.length === count)
  }
  await beat()
  expect(told).toEqual(['pages:1', 'pages:1'])
})

test('a position beyond the numbers of the database is of another one', async () => {
  const [row] = await sql<{ is_whole: boolean }>(
    database.url,
    `SELECT is_whole FROM changes.since((pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000)::text::xid8)`,
  )
  expect(row?.is_whole).toBe(false)
})

test('the log is whole exactly for positions after which nothing was forgotten', async () => {
  const ages = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 })
  const writer = await begin()
  await writer.query('COMMIT')
  await fc.assert(
    fc.asyncProperty(ages, fc.integer({ min: 1, max: 6 }), async (days, age) => {
      await writer.query('DELETE FROM changes.log')
      const written: { xid: string; days: number }[] = []
      for (const day of days) {
        const { rows } = await writer.query<{ xid: string }>(
          `INSERT INTO changes.log (what, at) VALUES ('x', now() - interval '${day} days') RETURNING xid`,
        )
        written.push({ xid: rows[0]?.xid ?? '', days: day })
      }
      await writer.query('SELECT changes.trim($1)', [`${age} days -1 hour`])
      for (const [index, { xid }] of written.entries()) {
        const { rows } = await writer.query<{ is_whole: boolean; told: string[] }>(
          'SELECT is_whole, told FROM changes.since($1)',
          [xid],
        )
        const after = written.slice(index)
        expect(rows[0]?.is_whole).toBe(after.every((row) => row.days < age))
        expect(rows[0]?.told).toEqual(after.filter((row) => row.days < age).map((row) => `x ${row.xid}`))
      }
    }),
    { seed: 9, numRuns: 20 },
  )
})

test('a page is told as one of the tree when it comes, moves and goes, but not when only its text changes', async () => {
  const steps: [statement: string, told: string[]][] = [
    [
      `INSERT INTO pages (id, title, slug) VALUES (71, 'A', 'a')`,
      ['page-children:0', 'page-node:71', 'pages:71'],
    ],
    [`UPDATE pages SET updated_at = now() WHERE id = 71`, ['pages:71']],
    [`UPDATE pages SET title = 'B' WHERE id = 71`, ['page-children:0', 'page-node:71', 'pages:71']],
    [`DELETE FROM pages WHERE id = 71`, ['page-children:0', 'page-node:71', 'pages:71']],
  ]
  for (const [statement, expected] of steps) {
    told.length = 0
    await sql(database.url, statement)
    await until(() => told.length === expected.length)
    expect(told.toSorted()).toEqual(expected)
  }
})

test('who finds another database in the place of the former is told that anything may have changed', async () => {
  const server = serverOf(database.url)
  const name = new URL(database.url).pathname.slice(1)
  database.payload.db.pool.on('error', () => {})
  await away(async () => {
    await sql(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name])
    await sql(server, `CREATE DATABASE ${name}_copy TEMPLATE ${name}`)
    await sql(server, `DROP DATABASE ${name} WITH (FORCE)`)
    await sql(server, `ALTER DATABASE ${name}_copy RENAME TO ${name}`)
  })
  expect(told).toEqual([EVERYTHING])
})
