import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PageTree, type PageRow } from '../../../../src/domain/tree/page-tree.ts'

const IDS = 9
const id = fc.integer({ min: 1, max: IDS })

/** Anything that a table may hold: circles, parents that are not there, two pages at one address. */
const anyRow: fc.Arbitrary<PageRow> = fc.record({
  id,
  parent: fc.option(fc.integer({ min: 1, max: IDS + 1 })),
  slug: fc.constantFrom('a', 'b', 'c', 'forside', ''),
  order: fc.constantFrom('a0', 'aa', 'Zz', 'a', null),
  title: fc.constantFrom('One', 'Other'),
  summary: fc.option(fc.constant('Summary')),
  inMenu: fc.boolean(),
  updatedAt: fc.constantFrom('2026-11-23T07:00:00.000Z', '2026-11-24T07:00:00.000Z'),
  isPublished: fc.boolean(),
})

/** Rows that are written or (null) deleted, and how many of them are told at once. */
const anyChanges = fc.array(
  fc.record({ changes: fc.array(fc.tuple(id, fc.option(anyRow)), { minLength: 1, maxLength: 4 }) }),
  { maxLength: 12 },
)

/** All that can be asked of a tree. */
function known(tree: PageTree): object {
  const ids = Array.from({ length: IDS + 2 }, (_, index) => index)
  const paths = [...tree.paths()].toSorted()
  return {
    size: tree.size,
    at: paths.map((path) => [path, tree.at(path)]),
    all: tree.byAge(0, Infinity),
    top: tree.children(null),
    byId: ids.map((number) => ({
      node: tree.node(number),
      lineage: tree.lineage(number),
      ancestors: tree.ancestors(number),
      children: tree.children(number),
    })),
  }
}

test('after any changes the kept tree is as one made anew, and tells each address that has another page', () => {
  fc.assert(
    fc.property(fc.array(anyRow), anyChanges, (first, steps) => {
      const rows = new Map(first.map((row) => [row.id, row]))
      const tree = new PageTree(rows.values())
      for (const { changes } of steps) {
        const before = new PageTree(rows.values())
        for (const [number, row] of changes) {
          if (row) rows.set(number, { ...row, id: number })
          else rows.delete(number)
        }
        const ids = changes.map(([number]) => number)
        // What was read of them, in whatever order the database gives it.
        const read = [...rows.values()].filter((row) => ids.includes(row.id)).toReversed()
        const moved = tree.change(ids, read)
        const after = new PageTree(rows.values())
        expect(known(tree)).toEqual(known(after))
        const paths = [...before.paths(), ...after.paths()]
        expect(paths.filter((path) => before.at(path) !== after.at(path) && !moved.has(path))).toEqual([])
      }
    }),
    { numRuns: 400 },
  )
})

test('a change that leaves the addresses as they were tells none', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1 }), anyRow, (first, { title, summary, order, inMenu }) => {
      const tree = new PageTree(first)
      const row = first.at(-1) as PageRow
      expect([...tree.change([row.id], [{ ...row, title, summary, order, inMenu }])]).toEqual([])
    }),
  )
})
