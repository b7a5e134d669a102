import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { partOf, sideOfItem } from '../../../src/domain/sides.ts'

test.for([
  [0, 60, 1, { skip: 0, sides: 1 }],
  [60, 60, 1, { skip: 0, sides: 1 }],
  [61, 60, 1, { skip: 0, sides: 2 }],
  [61, 60, 2, { skip: 60, sides: 2 }],
  [130, 60, 3, { skip: 120, sides: 3 }],
  // A shorter list than the other one on the page.
  [61, 60, 5, { skip: 60, sides: 2 }],
  [0, 60, 5, { skip: 0, sides: 1 }],
] as const)('of %i items, %i on each, side %i is %o', ([total, most, side, part]) => {
  expect(partOf(total, most, side)).toEqual({ ...part, most })
})

test('the sides hold every item once, none is empty, and an item is where it is said to be', () => {
  const items = integer({ min: 1, max: 500 })
  assert(
    property(items, integer({ min: 1, max: 70 }), (total, most) => {
      const list = Array.from({ length: total }, (_, index) => index)
      const { sides } = partOf(total, most, 1)
      const parts = Array.from({ length: sides }, (_, at) => {
        const { skip } = partOf(total, most, at + 1)
        return list.slice(skip, skip + most)
      })
      expect(parts.flat()).toEqual(list)
      expect(parts.filter((part) => part.length === 0)).toEqual([])
      expect(list.filter((index) => !parts[sideOfItem(index, most) - 1]?.includes(index))).toEqual([])
    }),
  )
})
