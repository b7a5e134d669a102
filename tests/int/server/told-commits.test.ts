import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../e2e/tools/sql.ts'
import { migratedCms } from '../fresh-database.ts'

let cms: Awaited<ReturnType<typeof migratedCms>>

beforeAll(async () => {
  cms = await migratedCms()
  // What fails at the very end of a transaction, as a connection does that is lost there.
  await sql(
    cms.url,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'too late'; END $$;
     CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON redirects DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW WHEN (NEW."from" = '/for-sent') EXECUTE FUNCTION refuse()`,
  )
})
afterAll(() => cms.drop())

const save = (from: string) =>
  cms.payload.create({ collection: 'redirects', data: { from, url: 'https://www.example.dk' } })

test('a save whose commit fails is not acknowledged', async () => {
  await expect(save('/for-sent')).rejects.toThrow(/commit|too late/i)
  expect(await sql(cms.url, 'SELECT FROM redirects')).toEqual([])
})

test('the next save is kept, and a save that is given up leaves nothing', async () => {
  await save('/til-tiden')
  await expect(save('/til-tiden')).rejects.toThrow(/^Ret feltet|unique/i)
  expect(await sql(cms.url, 'SELECT "from" FROM redirects')).toEqual([{ from: '/til-tiden' }])
  expect(
    await sql(
      cms.url,
      `SELECT FROM pg_stat_activity WHERE state LIKE 'idle in%' AND datname = current_database()`,
    ),
  ).toEqual([])
})
