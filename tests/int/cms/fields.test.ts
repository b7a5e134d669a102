import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsIn } from './nested-fields.ts'
import { restOfCms } from './rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

const VALUES = [5, '', null, [], {}, [5], ['']]

test('every field of every collection and global takes a wrong value, or refuses it in Danish', async () => {
  const { collections, globals } = cms.payload.config
  const targets = [
    ...collections
      .filter(({ slug }) => !slug.startsWith('payload-'))
      .map(({ slug, fields }) => ({ path: `/${slug}`, fields })),
    ...globals.map(({ slug, fields }) => ({ path: `/globals/${slug}`, fields })),
  ]
  const wrong: string[] = []
  const statuses: Record<number, number> = {}
  for (const { path, fields } of targets) {
    for (const field of fieldsIn(fields)) {
      for (const value of VALUES) {
        const body = field.around(value)
        // As a draft, other fields need not be there.
        const { status, message } = await cms.ask('POST', `${path}?draft=true&depth=0`, {
          ...body,
          ...(field.path !== '_status' && { _status: 'draft' }),
        })
        statuses[status] = (statuses[status] ?? 0) + 1
        if (
          status >= 500 ||
          (status >= 400 && !/^[A-ZÆØÅ»]/.test(message)) ||
          /\b(the|not|invalid)\b/.test(message)
        )
          wrong.push(`${path} ${field.path} ${JSON.stringify(value)}: ${status} ${message}`)
      }
    }
  }
  expect(statuses[201]).toBeGreaterThan(100)
  expect(statuses[400]).toBeGreaterThan(1000)
  expect(wrong).toEqual([])
}, 300_000)

test('null is an empty list, wherever one stands', async () => {
  const { doc: contact } = await cms.ask('POST', '/press-contacts?draft=true', {
    name: 'A',
    phones: null,
    _status: 'draft',
  })
  expect(contact.phones).toEqual([])
  const { doc } = await cms.ask('POST', '/departments', { name: 'A', appointments: [], _status: 'published' })
  const { status } = await cms.ask('PATCH', `/departments/${String(doc.id)}`, { appointments: null })
  expect(status).toBe(200)
  const { doc: page } = await cms.ask('POST', '/pages', {
    title: 'A',
    slug: 'liste',
    blocks: null,
    _status: 'published',
  })
  expect(page.blocks).toEqual([])
  const { doc: words } = await cms.ask('POST', '/search-words', { words: ['a'], synonyms: null, pins: null })
  expect(words).toEqual({})
  const header = { siteName: 'A', sitesLabel: 'A', sitesButton: 'A', sites: null }
  expect((await cms.ask('POST', '/globals/header', header)).status).toBe(200)
})
