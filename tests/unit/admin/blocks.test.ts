import { expect, test } from 'vitest'
import { blocks } from '../../../collections/shared/fields/blocks.ts'

test('each block has a picture of its own and a line of help', () => {
  const shown = blocks.map(({ slug, admin }) => {
    const picture = admin?.images?.thumbnail
    return { slug, url: '', alt: '', ...(typeof picture === 'object' && picture) }
  })
  expect(shown.length).toBeGreaterThan(10)
  for (const { slug, url, alt } of shown) {
    expect([slug, alt]).toEqual([slug, expect.stringMatching(/^[A-ZÆØÅ].{10,80}\.$/)])
    expect([slug, decodeURIComponent(url)]).toEqual([
      slug,
      expect.stringMatching(/^data:image\/svg\+xml,<svg .*<\/svg>$/),
    ])
  }
  expect(new Set(shown.map(({ url }) => url)).size).toBe(shown.length)
  expect(new Set(shown.map(({ alt }) => alt)).size).toBe(shown.length)
})
