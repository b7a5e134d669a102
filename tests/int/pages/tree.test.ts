import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FRONT_PAGE_SLUG, Tree, type Node } from '../../../src/domain/tree/tree.ts'
import { migratedClient } from '../fresh-database.ts'

// The database works out where pages stand as `Tree` does, in trees that no rule would allow as well.

type PageRow = Node & { published: boolean }

const RESERVED = ['soeg', 'api']
const SLUGS = ['a', 'b', 'c', '', FRONT_PAGE_SLUG, ...RESERVED]

let database: Awaited<ReturnType<typeof migratedClient>>
let client: typeof database.client

beforeAll(async () => {
  database = await migratedClient()
  client = database.client
  await client.query('DROP INDEX "parent_slug_idx", pages_top_slug')
})

afterAll(() => database.drop())

const slug = fc.constantFrom(...SLUGS)

/** Any tree of up to ten pages; `parentOf` says which pages, by number, may be above one. */
const pages = (parentOf: (id: number) => fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 10 }).chain((amount) =>
    fc.tuple(
      ...Array.from({ length: amount }, (_, index) =>
        fc.record({
          id: fc.constant(index + 1),
          parent: fc.option(parentOf(index + 1).map((id) => Math.min(id, amount))),
          slug,
          published: fc.boolean(),
        }),
      ),
    ),
  ) as fc.Arbitrary<PageRow[]>

const tangled = pages(() => fc.integer({ min: 1, max: 10 }))
const orderly = pages((id) => fc.integer({ min: 1, max: Math.max(1, id - 1) })).map((nodes) =>
  nodes.map((node) => (node.parent === node.id ? { ...node, parent: null } : node)),
)

/** Runs `ask` with exactly these pages in the database, and leaves none. */
async function withPages(nodes: PageRow[], ask: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(
      `INSERT INTO pages (id, slug, parent_id, _status)
       SELECT id, slug, parent, CASE WHEN published THEN 'published' ELSE 'draft' END::enum_pages_status
       FROM json_to_recordset($1) AS page (id int, slug text, parent int, published boolean)`,
      [JSON.stringify(nodes)],
    )
    await ask()
  } finally {
    await client.query('ROLLBACK')
  }
}

test('an address is the same, circles and drafts included, and so is what stands above', async () => {
  await fc.assert(
    fc.asyncProperty(tangled, (nodes) =>
      withPages(nodes, async () => {
        const tree = new Tree(nodes)
        const paths = await client.query<{ id: number; path: string }>(
          'SELECT id, page_path(id) AS path FROM pages ORDER BY id',
        )
        expect(paths.rows).toEqual(nodes.map(({ id }) => ({ id, path: tree.path(id) })))
        const above = await client.query<{ upper: number; lower: number; stands: boolean }>(
          `SELECT upper.id AS upper, lower.id AS lower, stands_above('pages', upper.id, lower.id) AS stands
           FROM pages upper, pages lower`,
        )
        for (const { upper, lower, stands } of above.rows) {
          const expected = tree.lineage(lower).some(({ id }) => id === upper)
          expect(stands, `${upper} above ${lower}`).toBe(expected)
        }
      }),
    ),
  )
})

test('a page that is not there has no address and nothing above it', async () => {
  const { rows } = await client.query(
    `SELECT page_path(404) AS path, stands_above('departments', 404, 404) AS above`,
  )
  expect(rows).toEqual([{ path: null, above: false }])
})

test('a move leaves what was true before: a redirect at each old address that nothing stands at now', async () => {
  const move = fc.record({
    page: fc.nat(),
    parent: fc.option(fc.nat()),
    slug,
    published: fc.boolean(),
  })
  const signs = fc.dictionary(
    fc.array(slug, { minLength: 1, maxLength: 3 }).map((slugs) => `/${slugs.filter(Boolean).join('/')}`),
    fc.constant(1),
    { noNullPrototype: true },
  )
  await fc.assert(
    fc.asyncProperty(orderly, move, signs, (nodes, chosen, former) =>
      withPages(nodes, async () => {
        const before = new Tree(nodes)
        const old = nodes[chosen.page % nodes.length] as PageRow
        const wanted = chosen.parent === null ? null : (nodes[chosen.parent % nodes.length]?.id ?? null)
        const isCircle = wanted !== null && before.lineage(wanted).includes(old)
        const moved: PageRow = {
          ...old,
          parent: isCircle ? old.parent : wanted,
          slug: chosen.slug,
          published: chosen.published,
        }
        const now = nodes.map((node) => (node.id === old.id ? moved : node))
        await client.query('INSERT INTO redirects ("from", page_id) SELECT unnest($1::text[]), 1', [
          Object.keys(former),
        ])

        const place = await client.query<{ path: string; is_published: boolean }>(
          'SELECT path, is_published FROM before_move($1, $2, $3)',
          [old.id, moved.slug, moved.parent],
        )
        const isSame = old.slug === moved.slug && old.parent === moved.parent
        expect(place.rows).toEqual(isSame ? [] : [{ path: before.path(old.id), is_published: old.published }])
        await client.query(
          `UPDATE pages SET slug = $2, parent_id = $3,
             _status = CASE WHEN $4 THEN 'published' ELSE 'draft' END::enum_pages_status WHERE id = $1`,
          [old.id, moved.slug, moved.parent, moved.published],
        )
        await client.query('SELECT leave_redirects($1, $2, $3, $4)', [
          old.id,
          before.path(old.id),
          old.published,
          RESERVED,
        ])

        const { rows } = await client.query<{ from: string; page_id: number }>(
          'SELECT "from", page_id FROM redirects',
        )
        const left = Object.fromEntries(rows.map(({ from, page_id }) => [from, page_id]))
        expect(left).toEqual(expectedSigns(former, nodes, now))
      }),
    ),
  )
})

/** What `leave_redirects` is to leave, page by page; the lower id wins where two pages share an old address. */
function expectedSigns(former: Record<string, number>, nodes: PageRow[], now: PageRow[]) {
  const [before, after] = [new Tree(nodes), new Tree(now)]
  const shown = nodes
    .filter(({ id, published }) => published && now.some((node) => node.id === id && node.published))
    .map(({ id }) => ({ id, from: before.path(id), to: after.path(id) }))
    .filter(({ from, to }) => from !== to)
  const signs = { ...former }
  // A page that comes to be shown takes its address.
  for (const { id, published } of now)
    if (published && nodes.some((node) => node.id === id && !node.published)) delete signs[after.path(id)]
  for (const { id, from } of shown.toReversed()) {
    if (from !== '/' && !RESERVED.includes(from.split('/')[1] ?? '')) signs[from] = id
  }
  for (const { to } of shown) delete signs[to]
  return signs
}
