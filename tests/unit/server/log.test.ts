import { expect, test } from 'vitest'
import { lastErrorOf } from '../../../src/server/setup/last-error.ts'
import { pauseAfter } from '../../../src/server/start/keep-running.ts'
import { tidy } from '../../../src/server/tell/log.ts'

test('what others print loses queries, their values, addresses of people and colours', () => {
  expect(tidy('\u001b[31m⨯ Failed query: select x\nfrom y\nparams: a@b.dk,2\n at z')).toBe(
    '⨯ Failed query\n at z',
  )
  expect(tidy('hos <navn.efternavn@aalborg.dk>')).toBe('hos <[e-mail]>')
  expect(tidy('x'.repeat(10_000))).toHaveLength(4000)
})

test('of a query that failed, what the database said is told', () => {
  const stack =
    'Error: Failed query: CREATE …\nparams: \n at x\ncaused by: error: permission denied to create extension "pg_trgm"\n at y'
  const line = JSON.stringify({ level: 50, err: { stack }, msg: 'Error running migration' })
  expect(lastErrorOf(`{"level":30,"msg":"Migrating"}\n${line}\n`)).toBe(
    'permission denied to create extension "pg_trgm"',
  )
  expect(lastErrorOf('x\nError [ERR_X]: a\n  at y {\n  [cause]: error: no such table\n')).toBe(
    'no such table',
  )
  expect(lastErrorOf('all is well\n')).toBeNull()
})

test('the pauses double, up to a minute', () => {
  expect([0, 1, 2, 6, 7, 99].map(pauseAfter)).toEqual([0, 1000, 2000, 32_000, 60_000, 60_000])
})
