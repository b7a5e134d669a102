import type { Field } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../../e2e/tools/sql.ts'
import { isThorough } from '../../../tools/thorough.ts'
import { restOfCms } from '../rest.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>

beforeAll(async () => {
  cms = await restOfCms()
})

afterAll(() => cms.drop())

// All that Payload knows (payload: dist/types/constants.js), and one that it does not.
// prettier-ignore
const OPERATORS = [
  'equals', 'contains', 'not_equals', 'in', 'all', 'not_in', 'exists', 'greater_than', 'greater_than_equal',
  'less_than', 'less_than_equal', 'like', 'not_like', 'within', 'intersects', 'near', 'nope',
]

// prettier-ignore
const VALUES = [
  '=x',
  '=1',
  '=',
  '=true',
  '=null',
  '=1,2,x',
  '[0]=x&$[1]=1',
  '[x]=1',
  '[relationTo]=pages&$[value]=1',
  '[relationTo]=nope&$[value]=x',
]

const SOME = VALUES.filter((_, at) => at % 3 === 0)

/** All of them in a thorough run; else every other one, beginning anew with each operator and kind of field. */
const valuesFor = (nth: number) => VALUES.filter((_, at) => isThorough || (at + nth) % 2 === 0)

/** The paths by which a field can be asked for, one for each kind of field there is in `fields`. */
function pathsIn(fields: readonly Field[], path = ''): { path: string; kind: string }[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => pathsIn(tab.fields, path))
    if (!('name' in field) || !field.name) return 'fields' in field ? pathsIn(field.fields, path) : []
    if (field.type === 'ui') return []
    const name = `${path}${field.name}`
    const isMany = 'hasMany' in field && field.hasMany
    const isOfSeveral = 'relationTo' in field && Array.isArray(field.relationTo)
    const own = { path: name, kind: [path === '' ? 'own' : 'inner', field.type, isMany, isOfSeveral].join() }
    if (field.type === 'blocks')
      return [own, ...field.blocks.flatMap((block) => pathsIn(block.fields, `${name}.`))]
    return [own, ...('fields' in field ? pathsIn(field.fields, `${name}.`) : [])]
  })
}

test('whatever is asked of every kind of field, in every collection, is answered or refused in Danish', async () => {
  const wrong: string[] = []
  const seen = new Set<string>()
  const statuses: Record<number, number> = {}
  const judge = async (address: string): Promise<void> => {
    const { status, message } = await cms.ask('GET', address)
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status >= 500 || (status >= 400 && !/^[A-ZÆØÅ»]/.test(message)))
      wrong.push(`${address}: ${status} ${message}`)
  }
  for (const { slug, fields, versions, endpoints } of cms.payload.config.collections) {
    if (!endpoints) continue
    const paths = [{ path: 'id', kind: `${slug} id` }, ...pathsIn(fields)].filter(
      ({ kind }) => !seen.has(kind),
    )
    for (const { path, kind } of paths) {
      if (seen.has(kind)) continue
      seen.add(kind)
      const places = slug.startsWith('payload-')
        ? ['']
        : ['/count', ...(versions && path === 'id' ? ['/versions'] : [])]
      // Below others and for each id, a few values do.
      const isFirst = kind.startsWith('own')
      for (const by of [path, `-${path}`]) await judge(`/${slug}?depth=0&limit=1&sort=${by}`)
      for (const place of places)
        for (const [nth, operator] of OPERATORS.entries())
          for (const value of isFirst ? valuesFor(nth + seen.size) : SOME) {
            const name = `where[${path}][${operator}]`
            const query = `${name}${value.replaceAll('$', name)}`
            await judge(`/${slug}${place}?depth=0&limit=1&${query}`)
          }
    }
  }
  expect(seen.size).toBeGreaterThan(20)
  expect(statuses[200]).toBeGreaterThan(1000)
  expect(statuses[400]).toBeGreaterThan(1000)
  expect(wrong).toEqual([])
}, 300_000)

test('a condition that cannot be read is refused, not left out', async () => {
  for (const query of [
    'where[pins.value][equals]=x',
    'where[pins.value][in]=1,x',
    'where[pins.value][equals]=',
  ])
    expect(await cms.ask('DELETE', `/search-words?${query}`)).toMatchObject({ status: 400 })
  for (const query of [
    'where[pins.value][equals]=1',
    'where[pins.value][in]=1,2',
    'where[pins][equals][relationTo]=pages&where[pins][equals][value]=1',
  ])
    expect(await cms.ask('GET', `/search-words?${query}`)).toMatchObject({ status: 200 })
})

test('an answer holds no more documents than the server can take at one go', async () => {
  const rows = `INSERT INTO people (name, _status) SELECT 'Person ' || n, 'published' FROM generate_series(1, 1005) n`
  await sql(cms.url, rows)
  for (const asked of ['limit=0', 'pagination=false', 'limit=1000']) {
    const { status, text } = await cms.ask('GET', `/people?depth=0&${asked}`)
    const { docs } = JSON.parse(text) as { docs: unknown[] }
    expect([asked, status, docs.length]).toEqual([asked, 200, 1000])
  }
  for (const list of ['/people', '/people/versions'])
    expect(await cms.ask('GET', `${list}?limit=1001`)).toMatchObject({
      status: 400,
      message: 'Skriv et helt tal fra 0 til 1000 i limit.',
    })
  // What the site itself reads has no such bound.
  const { docs } = await cms.payload.find({ collection: 'people', depth: 0, limit: 0 })
  expect(docs.length).toBe(1005)
})

test('an answer shows what documents refer to no deeper than three steps, whatever is asked', async () => {
  let parent: number | undefined
  for (const slug of ['a', 'b', 'c', 'd', 'e']) {
    const data = { title: slug, slug, summary: 'x', parent, _status: 'published' as const }
    parent = (await cms.payload.create({ collection: 'pages', data })).id
  }
  const { text } = await cms.ask('GET', `/pages/${parent}?depth=10`)
  type Page = { slug: string; parent: Page | number | null }
  const chain: (string | number)[] = []
  for (let page: Page['parent'] = JSON.parse(text) as Page; page !== null;)
    if (typeof page === 'number') {
      chain.push('number')
      page = null
    } else {
      chain.push(page.slug)
      page = page.parent
    }
  expect(chain).toEqual(['e', 'd', 'c', 'b', 'number'])
})
