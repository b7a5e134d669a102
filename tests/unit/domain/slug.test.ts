import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug, slugify } from '../../../src/domain/slug.ts'

test.for([
  ['Børn og Unge', 'boern-og-unge'],
  ['Økonomi & Erhverv', 'oekonomi-erhverv'],
  ['Ågård – Kjær', 'aagaard-kjaer'],
  ['  Vi udvikler os sammen!  ', 'vi-udvikler-os-sammen'],
  ['A\u030are', 'aare'],
  ['Café Zürich', 'cafe-zurich'],
  ['§ 36, stk. 2', '36-stk-2'],
  ['---', ''],
  ['日本', ''],
] as const)('the title "%s" becomes %s', ([title, slug]) => {
  expect(slugify(title)).toBe(slug)
})

test('slugify makes a slug, and a second call leaves it unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const slug = slugify(title)
      expect(slug === '' || isSlug(slug)).toBe(true)
      expect(slugify(slug)).toBe(slug)
    }),
  )
})

test.for(['', 'Stor', 'to  ord', 'æble', '-a', 'a-', 'a--b', 'a/b', '..', 'a_b', 'a\n', 'a'.repeat(101)])(
  '"%s" is not a slug',
  (text) => {
    expect(isSlug(text)).toBe(false)
  },
)
