import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { restOfCms } from '../rest.ts'

// Of a page that goes it is asked what shall happen to those below it: they go with it, or one level up.

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

let nth = 0

/** A page with two below it and one below those, which link to each other. */
async function branch() {
  const name = `gren-${nth++}`
  const make = async (slug: string, parent?: number, related: number[] = []) => {
    const made = await cms.ask('POST', '/pages', {
      title: slug,
      slug: `${name}-${slug}`,
      parent,
      blocks: related.length > 0 ? [{ blockType: 'relatedPages', heading: 'Se også', pages: related }] : [],
      _status: 'published',
    })
    expect([made.status, made.message]).toEqual([201, ''])
    return made.doc.id as number
  }
  const root = await make('rod')
  const top = await make('top', root)
  const one = await make('et', top)
  const two = await make('to', top, [one, top])
  const deep = await make('dyb', one, [two])
  return { root, top, one, two, deep }
}

const settle = (id: number, how: unknown) => cms.ask('POST', `/pages/${id}/below`, { how })

async function state(ids: number[]) {
  const rows = await sql<{ id: number; status: string; parent: number | null }>(
    cms.url,
    'SELECT id, _status AS status, parent_id AS parent FROM pages WHERE id = ANY ($1) ORDER BY id',
    [ids],
  )
  return rows.map(({ status, parent }) => [status, parent])
}

test('the page and all below it are unpublished together, though they lead to each other', async () => {
  const { root, top, one, two, deep } = await branch()
  expect((await cms.ask('PATCH', `/pages/${top}`, { _status: 'draft' })).status).toBe(409)
  const { status, text } = await settle(top, 'unpublish')
  expect([status, JSON.parse(text)]).toEqual([200, { message: '4 sider er afpubliceret.' }])
  expect(await state([root, top, one, two, deep])).toEqual([
    ['published', null],
    ['draft', root],
    ['draft', top],
    ['draft', top],
    ['draft', one],
  ])
})

test('what stays and leads to one of them keeps all of them', async () => {
  const { root, top, one, two, deep } = await branch()
  const blocks = [{ blockType: 'relatedPages', heading: 'Se også', pages: [deep] }]
  await cms.ask('PATCH', `/pages/${root}`, { blocks, _status: 'published' })
  for (const how of ['unpublish', 'delete']) {
    const refused = await settle(top, how)
    expect([refused.status, refused.message]).toEqual([
      409,
      expect.stringContaining('Side »rod« bruger det.'),
    ])
  }
  expect((await state([root, top, one, two, deep])).map(([status]) => status)).toEqual(
    Array(5).fill('published'),
  )
})

test('the page and all below it are deleted together, and come back one after the other', async () => {
  const { top, one, two, deep } = await branch()
  expect((await settle(top, 'delete')).message).toBe('')
  expect(await state([top, one, two, deep])).toEqual([])
  const entries = await sql<{ id: number; document: number }>(
    cms.url,
    'SELECT id, document FROM bin.documents',
  )
  const back = async (page: number) => {
    const entry = entries.find(({ document }) => document === page)
    return (await cms.ask('POST', `/bin/${entry?.id}/restore`)).message
  }
  expect(await back(one)).toContain('som også ligger i papirkurven. Gendan den først.')
  expect([await back(top), await back(one), await back(two), await back(deep)]).toEqual(['', '', '', ''])
  expect((await state([top, one, two, deep])).map(([status]) => status)).toEqual(Array(4).fill('published'))
})

test('those right below get the place of the page, their drafts too, and leave redirects', async () => {
  const { root, top, one, two, deep } = await branch()
  await cms.ask('PATCH', `/pages/${two}?draft=true`, { title: 'Ny titel' })
  const [{ path } = { path: '' }] = await sql<{ path: string }>(cms.url, 'SELECT page_path($1) AS path', [
    deep,
  ])
  const { status, text } = await settle(top, 'up')
  expect([status, JSON.parse(text)]).toEqual([200, { message: '2 sider er flyttet et niveau op.' }])
  expect(await state([one, two, deep])).toEqual([
    ['published', root],
    ['published', root],
    ['published', one],
  ])
  const draft = await cms.payload.findByID({ collection: 'pages', id: two, draft: true, depth: 0 })
  expect([draft.title, draft.parent, draft._status]).toEqual(['Ny titel', root, 'draft'])
  expect(await sql(cms.url, 'SELECT page_id AS page FROM redirects WHERE "from" = $1', [path])).toEqual([
    { page: deep },
  ])
  const blocks = [{ blockType: 'relatedPages', heading: 'Se også', pages: [one] }]
  await cms.ask('PATCH', `/pages/${two}`, { blocks, _status: 'published' })
  const hidden = await cms.ask('PATCH', `/pages/${top}`, { _status: 'draft' })
  expect([hidden.status, hidden.message]).toEqual([200, ''])
})

test('odd questions are refused, and strangers', async () => {
  const { top } = await branch()
  for (const how of ['x', null, 1, ['up']]) expect((await settle(top, how)).status).toBe(400)
  expect((await settle(999_999, 'up')).status).toBe(404)
  const stranger = await cms.ask('POST', `/pages/${top}/below`, { how: 'delete' }, { token: '' } as never)
  expect(stranger.status).toBe(403)
})
