import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRateLimits } from '../../../src/server/front/gate/rate-limits.ts'
import { migratedCms } from '../fresh-database.ts'

const secret = 'a-secret-for-counting-attempts-only'
let cms: Awaited<ReturnType<typeof migratedCms>>
let database: Pool

beforeAll(async () => {
  cms = await migratedCms()
  database = new Pool({ connectionString: cms.url, max: 2 })
  database.on('error', () => {})
})

afterAll(async () => {
  await database.end()
  await cms.drop()
})

const from = (visitor: string, account = 'line@example.dk') => ({ visitor, account, isKnownDevice: false })

test('attempts to log in are counted for all servers together, and success on one is success on all', async () => {
  const [one, other] = [createRateLimits({ database, secret }), createRateLimits({ database, secret })]
  for (let attempt = 0; attempt < 5; attempt++) {
    expect(await one.takeAttempt(from('192.0.2.1', `${attempt}@example.dk`))).toBeNull()
    expect(await other.takeAttempt(from('192.0.2.1', `${attempt}@example.dk`))).toBeNull()
  }
  await one.forgive(from('192.0.2.1', '0@example.dk'))
  expect(await other.takeAttempt(from('192.0.2.1', '0@example.dk'))).toBeNull()
  expect(await one.takeAttempt(from('192.0.2.1', '0@example.dk'))).toBeGreaterThan(0)
  expect(await other.takeAttempt(from('192.0.2.1', '0@example.dk'))).toBeGreaterThan(0)
  expect(await other.takeAttempt(from('192.0.2.2', '0@example.dk'))).toBeNull()
})

test('what is counted does not tell who it was', async () => {
  const limits = createRateLimits({ database, secret })
  await limits.takeAttempt(from('198.51.100.7', 'mette@example.dk'))
  const { rows } = await database.query<{ key: string }>('SELECT key FROM server.login_attempts')
  expect(rows.length).toBeGreaterThan(1)
  expect(JSON.stringify(rows)).not.toMatch(/198\.51|mette|@/)
  // Nor can it be found out by trying without the secret.
  await createRateLimits({ database, secret: 'another' }).takeAttempt(
    from('198.51.100.7', 'mette@example.dk'),
  )
  const after = await database.query('SELECT FROM server.login_attempts')
  expect(after.rowCount).toBe(rows.length + 2)
})

test('while the database is away attempts are counted all the same', async () => {
  const gone = new Pool({
    connectionString: 'postgres://site:x@127.0.0.1:1/site',
    connectionTimeoutMillis: 500,
  })
  gone.on('error', () => {})
  const limits = createRateLimits({ database: gone, secret })
  const waits = []
  for (let attempt = 0; attempt < 11; attempt++)
    waits.push(await limits.takeAttempt(from('192.0.2.9', `${attempt}@example.dk`)))
  expect(waits.slice(0, 10)).toEqual(Array(10).fill(null))
  expect(waits[10]).toBeGreaterThan(0)
  await gone.end()
})
