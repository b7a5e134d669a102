import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetTrail } from '../../../../src/server/serve/forget-trail.ts'
import { migratedCms } from '../../fresh-database.ts'

// The trail grows only, and is forgotten after 13 months.

let cms: Awaited<ReturnType<typeof migratedCms>>
let pool: Pool

beforeAll(async () => {
  cms = await migratedCms()
  pool = new Pool({ connectionString: cms.url, max: 4 })
  pool.on('error', () => {})
})

afterAll(async () => {
  await pool.end()
  await cms.drop()
})

const add = (age: string, kind = 'changed') =>
  pool.query(`INSERT INTO trail.events (at, kind) VALUES (now() - $1::interval, $2)`, [age, kind])

const kinds = async () =>
  (await pool.query<{ kind: string }>('SELECT kind FROM trail.events ORDER BY at')).rows.map(
    ({ kind }) => kind,
  )

beforeEach(async () => {
  await pool.query('ALTER TABLE trail.events DISABLE TRIGGER USER')
  await pool.query('TRUNCATE trail.events')
  await pool.query('ALTER TABLE trail.events ENABLE TRIGGER USER')
})

test.each([
  "UPDATE trail.events SET kind = 'deleted'",
  "UPDATE trail.events SET at = now() - interval '2 years'",
  'DELETE FROM trail.events',
  'TRUNCATE trail.events',
  "INSERT INTO trail.events (id, at, kind) OVERRIDING SYSTEM VALUE SELECT id, at, 'x' FROM trail.events ON CONFLICT (id) DO UPDATE SET kind = 'x'",
])('%s is refused', async (statement) => {
  await add('1 year')
  await expect(pool.query(statement)).rejects.toThrow('The trail cannot be changed')
  expect(await kinds()).toEqual(['changed'])
})

const DAY = 24 * 60 * 60 * 1000

test('what is older than 13 months is forgotten, by several servers at once, and nothing else', async () => {
  await pool.query(
    `INSERT INTO trail.events (at, kind) SELECT now() - interval '14 months' - number * interval '1 minute', 'old'
     FROM generate_series(1, 12000) AS number`,
  )
  await add('13 months 1 hour', 'just old')
  await add('12 months 27 days', 'kept')
  await add('0', 'new')
  const now = Date.now()
  const forgotten = await Promise.all([1, 2, 3].map(() => forgetTrail(pool, now)))
  const rest = await forgetTrail(pool, now)
  expect([...forgotten, rest].reduce((sum, count) => sum + count, 0)).toBe(12_001)
  expect(await kinds()).toEqual(['kept', 'new'])
})

test('a clock that is wrong forgets nothing too early', async () => {
  await add('12 months', 'kept')
  await add('14 months', 'old')
  expect(await forgetTrail(pool, Date.now() + 3650 * DAY)).toBe(1)
  expect(await kinds()).toEqual(['kept'])
  await add('14 months', 'old')
  // Two months behind: what is 14 months old is 12 for it.
  expect(await forgetTrail(pool, Date.now() - 62 * DAY)).toBe(0)
  expect(await kinds()).toEqual(['old', 'kept'])
})

test('given to another account as docs/operating/trail.md says, not even who owns all the rest can change it', async () => {
  await pool.query(`
    DROP ROLE IF EXISTS trail_keeper;
    CREATE ROLE trail_keeper;
    ALTER TABLE trail.events OWNER TO trail_keeper;
    ALTER FUNCTION trail.keep() OWNER TO trail_keeper;
    ALTER SCHEMA trail OWNER TO trail_keeper;
    CREATE ROLE trail_site;
    GRANT USAGE ON SCHEMA trail TO trail_site;
    GRANT SELECT ON SEQUENCE trail.events_id_seq TO trail_site;
    GRANT SELECT, INSERT, DELETE ON trail.events TO trail_site`)
  const client = await pool.connect()
  try {
    await client.query('SET ROLE trail_site')
    await client.query("INSERT INTO trail.events (kind) VALUES ('new')")
    for (const statement of [
      "UPDATE trail.events SET kind = 'x'",
      'DELETE FROM trail.events',
      'TRUNCATE trail.events',
      'ALTER TABLE trail.events DISABLE TRIGGER USER',
      'DROP TABLE trail.events',
      'DROP SCHEMA trail CASCADE',
      'DROP TRIGGER keep_rows ON trail.events',
      `CREATE OR REPLACE FUNCTION trail.keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$`,
      "SET session_replication_role = 'replica'",
    ])
      await expect(client.query(statement)).rejects.toThrow(/denied|owner|cannot be changed/)
    // A backup notes how far the numbers are.
    const { rows: numbers } = await client.query<{ is_known: boolean }>(
      "SELECT last_value IS NOT NULL AS is_known FROM pg_sequences WHERE sequencename = 'events_id_seq'",
    )
    expect(numbers).toEqual([{ is_known: true }])
    await client.query('RESET ROLE')
    await add('14 months', 'old')
    await client.query('SET ROLE trail_site')
    expect(await forgetTrail(client as unknown as Pool, Date.now())).toBe(1)
    const { rows } = await client.query('SELECT kind FROM trail.events')
    expect(rows).toEqual([{ kind: 'new' }])
  } finally {
    await client.query('RESET ROLE')
    await client.query(`REASSIGN OWNED BY trail_keeper TO CURRENT_USER; DROP OWNED BY trail_site, trail_keeper;
                        DROP ROLE trail_site, trail_keeper`)
    client.release()
  }
})
