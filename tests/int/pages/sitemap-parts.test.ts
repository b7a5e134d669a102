import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KnownAddresses } from '../../../src/server/fresh/addresses.ts'
import { migratedCms } from '../fresh-database.ts'

let database: Awaited<ReturnType<typeof migratedCms>>
let client: Client

beforeAll(async () => {
  database = await migratedCms()
  client = new Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

test('the parts of the sitemap come and go with the pages', async () => {
  const moved: string[] = []
  const addresses = new KnownAddresses(client, (paths) => void moved.push(...paths), 10)
  const parts = () => addresses.all().filter((path) => path.startsWith('/sitemap'))
  const published = async (pages: number) => {
    await client.query('DELETE FROM pages')
    await client.query(
      `INSERT INTO pages (title, slug, _status, updated_at, created_at)
       SELECT 'Side', 'side-' || number, 'published', now(), now() FROM generate_series(1, $1::int) AS number`,
      [pages],
    )
    moved.length = 0
    addresses.note('pages')
    await addresses.settled()
    return moved.filter((path) => path.startsWith('/sitemap'))
  }

  expect(await published(10)).toEqual([])
  expect(parts()).toEqual(['/sitemap.xml'])
  expect(addresses.has('/sitemap/1.xml')).toBe(false)

  expect(await published(21)).toEqual(['/sitemap/1.xml', '/sitemap/2.xml', '/sitemap/3.xml'])
  expect(parts().toSorted()).toEqual(['/sitemap.xml', '/sitemap/1.xml', '/sitemap/2.xml', '/sitemap/3.xml'])
  expect(addresses.all()).toHaveLength(addresses.size)
  expect(['/sitemap/3.xml', '/sitemap/4.xml', '/sitemap/03.xml'].map((path) => addresses.has(path))).toEqual([
    true,
    false,
    false,
  ])

  // What stood there is let go.
  expect(await published(20)).toEqual(['/sitemap/3.xml'])
  expect(addresses.has('/sitemap/3.xml')).toBe(false)
  expect(await published(3)).toEqual(['/sitemap/1.xml', '/sitemap/2.xml'])
})
