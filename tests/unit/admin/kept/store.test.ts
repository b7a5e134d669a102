import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import {
  forgetOld,
  forgetUser,
  keep,
  keptFor,
  keptOf,
  keyOf,
  type Kept,
  type Shelf,
} from '../../../../src/admin/documents/kept/text/store.ts'

/** A browser's storage. @param room characters that it takes */
function shelf(room = Number.POSITIVE_INFINITY): Shelf {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, value) {
      const others = [...items].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0)
      if (others + value.length > room) throw new Error('QuotaExceededError')
      items.set(key, value)
    },
  }
}

const DAY = 24 * 60 * 60 * 1000
const page = { user: 1, slug: 'pages', document: 7 }
const text = (mine: string, at = 0): Kept => ({
  at,
  builtOn: null,
  changes: [{ path: ['title'], base: 'Før', mine }],
})
const mineOf = (place: typeof page, of: Shelf) => keptFor(of, place).map(({ kept }) => kept.changes[0]?.mine)

test('a text is found by its user and form, newest first, and by nobody else', () => {
  const place = shelf()
  keep(place, keyOf(page, 'a'), text('Ældst', 1))
  keep(place, keyOf(page, 'b'), text('Nyest', 2))
  expect(mineOf(page, place)).toEqual(['Nyest', 'Ældst'])
  for (const other of [
    { ...page, user: 11 },
    { ...page, slug: 'page' },
    { ...page, document: 70 },
  ])
    expect(mineOf(other, place)).toEqual([])
})

test('the forms of a user are told, each once, the latest first', () => {
  const place = shelf()
  keep(place, keyOf(page, 'a'), text('Ældst', 1))
  keep(place, keyOf({ user: 1, slug: 'footer', document: 'global' }, 'a'), text('Bund', 2))
  keep(place, keyOf({ user: 1, slug: 'pages', document: 'create' }, 'a'), text('Ny', 3))
  keep(place, keyOf(page, 'b'), text('Nyest', 4))
  keep(place, keyOf({ ...page, user: 11, document: 8 }, 'a'), text('Andens', 5))
  expect(keptOf(place, 1)).toEqual([
    { slug: 'pages', document: '7' },
    { slug: 'pages', document: 'create' },
    { slug: 'footer', document: 'global' },
  ])
})

test('who logs out leaves nothing, and others keep theirs', () => {
  const place = shelf()
  keep(place, keyOf(page, 'a'), text('Min'))
  keep(place, keyOf({ ...page, user: 12 }, 'a'), text('Andens'))
  place.setItem('noget-andet', 'x')
  forgetUser(place, 1)
  expect(mineOf(page, place)).toEqual([])
  expect(mineOf({ ...page, user: 12 }, place)).toEqual(['Andens'])
  expect(place.getItem('noget-andet')).toBe('x')
})

test('after 30 days it is gone, and so is what cannot be read', () => {
  const place = shelf()
  keep(place, keyOf(page, 'a'), text('Gammel', 0))
  keep(place, keyOf(page, 'b'), text('Ny', 2))
  place.setItem(keyOf(page, 'c'), '{"at":')
  place.setItem('noget-andet', '{"at":')
  forgetOld(place, 30 * DAY + 1)
  expect(mineOf(page, place)).toEqual(['Ny'])
  expect([place.length, place.getItem('noget-andet')]).toEqual([2, '{"at":'])
})

test('a text that is too long is not kept, and leaves the others', () => {
  const place = shelf()
  keep(place, keyOf(page, 'a'), text('Kort'))
  expect(keep(place, keyOf(page, 'b'), text('x'.repeat(1_000_001)))).toBe(false)
  expect(mineOf(page, place)).toEqual(['Kort'])
})

test('a browser that keeps nothing is told', () => {
  expect(keep(shelf(0), keyOf(page, 'a'), text('Min'))).toBe(false)
})

test('the newest text is kept and the oldest give way, however full it is', () => {
  assert(
    property(
      array(integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 12 }),
      integer({ min: 1_100_000, max: 6_000_000 }),
      (lengths, room) => {
        const place = shelf(room)
        for (const [at, length] of lengths.entries())
          expect(keep(place, keyOf(page, String(at)), text('x'.repeat(length), at))).toBe(true)
        const left = keptFor(place, page).map(({ kept }) => kept.at)
        // The newest ones, without a gap.
        expect(left).toEqual(Array.from(left, (_, index) => lengths.length - 1 - index))
        const size = keptFor(place, page).reduce((sum, { key }) => sum + (place.getItem(key)?.length ?? 0), 0)
        expect(size).toBeLessThanOrEqual(3_000_000)
      },
    ),
    { numRuns: 15 },
  )
})

test.each([1.5, -1, 1e300])('a text from no time (%d) is not offered', (at) => {
  const storage = shelf()
  storage.setItem(keyOf(page, 'a'), JSON.stringify(text('Efter', at)))
  expect(keptFor(storage, page)).toEqual([])
})
