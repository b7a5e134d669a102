import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FRONT_PAGE_SLUG, Tree } from '../../../../src/domain/tree/tree.ts'

const nodes = [
  { id: 1, parent: null, slug: FRONT_PAGE_SLUG },
  { id: 2, parent: null, slug: 'om-kommunen' },
  { id: 3, parent: 2, slug: 'organisation' },
  { id: 4, parent: 3, slug: 'borgmesterens-forvaltning' },
  { id: 5, parent: 2, slug: 'udvikling-og-projekter' },
  { id: 6, parent: 2, slug: FRONT_PAGE_SLUG },
  { id: 7, parent: 99, slug: 'uden-foraelder' },
  { id: 8, parent: 9, slug: 'hoene' },
  { id: 9, parent: 8, slug: 'aeg' },
  { id: 10, parent: 10, slug: 'sig-selv' },
]
const tree = new Tree(nodes)

test.for([
  [1, '/'],
  [2, '/om-kommunen'],
  [4, '/om-kommunen/organisation/borgmesterens-forvaltning'],
  [6, '/om-kommunen/forside'],
  [7, '/uden-foraelder'],
  [8, '/aeg/hoene'],
  [10, '/sig-selv'],
] as const)('the address of page %i is %s', ([id, path]) => {
  expect(tree.path(id)).toBe(path)
})

test('a page with an empty slug at the top is at /', () => {
  expect(new Tree([{ id: 1, parent: null, slug: '' }]).path(1)).toBe('/')
})

test('a page that is not there has no address', () => {
  expect(() => tree.path(404)).toThrow(RangeError)
  expect(tree.ancestors(404)).toEqual([])
})

test('the breadcrumb goes from the top down, without the page itself', () => {
  expect(tree.ancestors(4).map(({ id }) => id)).toEqual([2, 3])
  expect(tree.ancestors(2)).toEqual([])
})

test('cycles in the data do not cause endless loops', () => {
  const id = fc.integer({ min: 1, max: 8 })
  const anyTree = fc.array(fc.record({ id, parent: fc.option(id), slug: fc.constant('a') }), { minLength: 1 })
  fc.assert(
    fc.property(anyTree, id, (wild, page) => {
      const tangled = new Tree(wild)
      expect(tangled.ancestors(page).length).toBeLessThanOrEqual(8)
      for (const node of wild) expect(tangled.path(node.id)).toMatch(/^\/a(\/a)*$/)
    }),
  )
})

test('children are those right below, in their order, and a lineage ends with the page', () => {
  expect(tree.children(2).map(({ id }) => id)).toEqual([3, 5, 6])
  expect(tree.children(null).map(({ id }) => id)).toEqual([1, 2])
  expect(tree.children(404)).toEqual([])
  expect(tree.lineage(4).map(({ id }) => id)).toEqual([2, 3, 4])
  expect(tree.lineage(404)).toEqual([])
})
