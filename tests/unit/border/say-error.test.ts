import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onceAMinute, quietly } from '../../../src/database/errors/quiet-log.ts'
import { sayError } from '../../../src/database/errors/say-error.ts'
import { troubleOf } from '../../../src/database/errors/trouble.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As drizzle throws what PostgreSQL says. */
function refused(code: string, more: object = {}): Error {
  const cause = Object.assign(new Error('duplicate key: (email)=(line@aalborg.dk)'), {
    code,
    severity: 'ERROR',
    ...more,
  })
  return Object.assign(
    new Error('Failed query: insert into "users" values ($1)\nparams: line@aalborg.dk', { cause }),
    {
      query: 'insert into "users" values ($1)',
      params: ['line@aalborg.dk'],
    },
  )
}

test('an error of the database is said without its statement and values', () => {
  const said = sayError(refused('23505', { table: 'users', constraint: 'users_email_idx' }))
  expect(said).toMatchObject({
    code: '23505',
    message: 'The database refused a statement (users users_email_idx)',
  })
  expect(JSON.stringify(said)).not.toMatch(/insert|aalborg|params/)
})

test('of any error neither addresses nor quotations nor folders of the machine are said', () => {
  const said = JSON.stringify(sayError(new SyntaxError('Unexpected token "hemmelig" of line@aalborg.dk')))
  expect(said).not.toMatch(/hemmelig|aalborg|node_modules|\/tests\//)
  expect(sayError('anders@aalborg.dk er væk').message).toBe('…@… er væk')
})

test.for<[string, string]>([
  ['08006', 'gone'],
  ['57P01', 'gone'],
  ['ECONNREFUSED', 'gone'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['40P01', 'busy'],
  ['53100', 'full'],
  ['ENOSPC', 'full'],
  ['22021', 'value'],
  ['22003', 'value'],
  ['23503', 'reference'],
  ['23502', 'missing'],
  ['23505', 'taken'],
])('%s means %s', ([code, kind]) => expect(troubleOf(refused(code))?.kind).toBe(kind))

test.for(['ENOENT', 'EACCES', 'undefined'])('%s is no trouble of the database', (code) =>
  expect(troubleOf(Object.assign(new Error('x'), { code }))).toBeNull(),
)

test('what is said again and again is said once a minute, and counted', () => {
  const sums: unknown[] = []
  const isNew = onceAMinute((kind, times) => sums.push([kind, times]))
  expect([1, 2, 3, 4].map(() => isNew('a'))).toEqual([true, false, false, false])
  expect(isNew('b')).toBe(true)
  vi.advanceTimersByTime(60_000)
  expect(sums).toEqual([['a', 3]])
  expect(isNew('a')).toBe(true)
})

test('a thousand kinds of errors are few lines', () => {
  const isNew = onceAMinute(() => {})
  const said = Array.from({ length: 1000 }, (_, number) => isNew(`error ${number}`)).filter(Boolean)
  expect(said.length).toBeLessThanOrEqual(201)
})

test('the log of the CMS holds errors of the site, in safe words, and none of the caller', () => {
  const lines: string[] = []
  const log = pino({ level: 'info', ...quietly() }, { write: (line: string) => void lines.push(line) })
  for (let times = 0; times < 50; times++) log.error({ err: refused('XX000', { table: 'users' }) })
  log.error({ err: refused('22021') })
  log.error({ err: Object.assign(new Error('Nej'), { status: 404 }) })
  log.error('File type text/plain (from extension png) is not allowed.')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/insert|aalborg|params|stack/)
  vi.advanceTimersByTime(60_000)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('49 times again')
})
