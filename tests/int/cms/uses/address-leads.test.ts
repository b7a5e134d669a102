import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'

// What the form of a link asks while its address is typed, and how links in texts are found.

let cms: Awaited<ReturnType<typeof restOfCms>>
beforeAll(async () => {
  cms = await restOfCms()
})
afterAll(() => cms.drop())

/** The path of a new page. */
async function page(status: 'published' | 'draft'): Promise<string> {
  const slug = `side-${status}`
  const data = { title: 'Side', slug, inMenu: false, _status: status }
  expect((await cms.ask('POST', '/pages?depth=0', data)).status).toBe(201)
  return `/${slug}`
}

test('while an address is typed, the server says whether anything answers there', async () => {
  const [shown, hidden] = await Promise.all([page('published'), page('draft')])
  const stranger = { id: 0, token: '' }
  const deadEnd = async (url: string, who = cms.editor) =>
    JSON.parse((await cms.ask('POST', '/pages/leads', { url }, who)).text) as { deadEnd?: string | null }
  for (const url of [`${shown}?a=1#om`, '/soeg', 'https://andetsted.example/x', '#om', 'x'])
    expect(await deadEnd(url)).toEqual({ deadEnd: null })
  for (const path of ['/findes-ikke', hidden])
    expect(await deadEnd(`http://localhost:3000${path}`)).toEqual({
      deadEnd: `Der er ingen side på »${path}«.`,
    })
  expect((await cms.ask('POST', '/pages/leads', { url: 'x'.repeat(2001) })).status).toBe(400)
  expect((await cms.ask('POST', '/pages/leads', { url: '/' }, stranger)).status).toBe(403)
})

test('every text has an index of its links, so that no text has to be read for finding one', async () => {
  const rows = await sql(
    cms.url,
    `SELECT t.name::text FROM content_tables() t JOIN pg_attribute a ON a.attrelid = t.name
     WHERE a.atttypid = 'jsonb'::regtype AND NOT a.attisdropped
       AND NOT EXISTS (SELECT FROM pg_indexes WHERE tablename = t.name::text
                       AND indexdef LIKE '%jsonb_path_query_array(' || a.attname || ',%')`,
  )
  expect(rows).toEqual([])
})
