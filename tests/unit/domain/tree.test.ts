import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ancestorsOf, FRONT_PAGE_SLUG, hasCycle, pathOf } from '../../../src/domain/tree.ts'

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

test.for([
  [1, '/'],
  [2, '/om-kommunen'],
  [4, '/om-kommunen/organisation/borgmesterens-forvaltning'],
  [6, '/om-kommunen/forside'],
  [7, '/uden-foraelder'],
  [8, '/aeg/hoene'],
  [10, '/sig-selv'],
] as const)('the address of page %i is %s', ([id, path]) => {
  expect(pathOf(id, nodes)).toBe(path)
})

test('a page with an empty slug at the top is at /', () => {
  expect(pathOf(1, [{ id: 1, parent: null, slug: '' }])).toBe('/')
})

test('a page that does not exist has no address', () => {
  expect(() => pathOf(404, nodes)).toThrow(RangeError)
  expect(ancestorsOf(404, nodes)).toEqual([])
})

test('the breadcrumb goes from the top down, without the page itself', () => {
  expect(ancestorsOf(4, nodes).map(({ id }) => id)).toEqual([2, 3])
  expect(ancestorsOf(2, nodes)).toEqual([])
})

test.for([
  [2, 2, true],
  [2, 4, true],
  [3, 4, true],
  [4, 5, false],
  [4, null, false],
  [2, 8, false],
] as const)('page %i under %s would be its own ancestor: %s', ([id, parent, circle]) => {
  expect(hasCycle(id, parent, nodes)).toBe(circle)
})

test('cycles in the data do not cause endless loops', () => {
  const id = fc.integer({ min: 1, max: 8 })
  const tree = fc.array(fc.record({ id, parent: fc.option(id), slug: fc.constant('a') }), { minLength: 1 })
  fc.assert(
    fc.property(tree, id, id, (wild, page, parent) => {
      expect(ancestorsOf(page, wild).length).toBeLessThanOrEqual(8)
      expect(hasCycle(page, parent, wild)).toBeTypeOf('boolean')
      for (const node of wild) expect(pathOf(node.id, wild)).toMatch(/^\/a(\/a)*$/)
    }),
  )
})
