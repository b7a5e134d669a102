import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Image } from '../../../src/components/text/image.tsx'
import { pictureView } from '../../../src/content/pages/pictures.ts'
import type { Media } from '../../../src/payload-types.ts'

const size = (name: string, width: number) => ({
  url: `https://www.aalborg.dk/api/media/file/kaj.1f-${name}`,
  width,
  height: width / 2,
})
const whole = { url: '/api/media/file/kaj.1f.jpg', width: 4000, height: 2000, moves: false }
const SIZES = {
  column: size('1280x640.webp', 1280),
  half: size('640x320.webp', 640),
  columnAvif: size('1280x640.avif', 1280),
  halfAvif: size('640x320.avif', 640),
}

function markup(media: object): string {
  const picture = pictureView(media as Media)
  if (!picture) return ''
  const image = { type: 'image', alt: 'Kajen', caption: null, ...picture } as never
  return renderToStaticMarkup(createElement(Image, { image })).replace(/^<figure[^>]*>|<\/figure>$/g, '')
}

const source = (kind: string, shown: string) =>
  `<source type="image/${kind}" srcSet="/api/media/file/kaj.1f-640x320.${kind} 640w, /api/media/file/kaj.1f-1280x640.${kind} 1280w" sizes="${shown}"/>`
const img = (name: string, width: number) =>
  `<img src="/api/media/file/kaj.1f${name}" width="${width}" height="${width / 2}" alt="Kajen" loading="lazy"/>`

test('a picture is offered as AVIF first, else as WebP, as wide as the page shows it', () => {
  const shown = 'min(100vw - 2 * clamp(1rem, 4vw, 2rem), 72rem, 1280px)'
  expect(markup({ ...whole, sizes: SIZES })).toBe(
    `<picture>${source('avif', shown)}${source('webp', shown)}${img('-1280x640.webp', 1280)}</picture>`,
  )
  // The server has not made the others yet: of such a size only what it once was is left.
  const { column, half } = SIZES
  const none = { url: '/api/media/file/kaj.1f-9x9.avif', width: null, height: null }
  for (const later of [{}, { columnAvif: none, halfAvif: none }])
    expect(markup({ ...whole, sizes: { column, half, ...later } })).toBe(
      `<picture>${source('webp', shown)}${img('-1280x640.webp', 1280)}</picture>`,
    )
})

test('one that moves is no AVIF, a narrow one is not said to be wider, and one without sizes is itself', () => {
  expect(markup({ ...whole, moves: true, sizes: SIZES })).not.toContain('avif')
  const narrow = markup({ ...whole, sizes: { column: size('400x200.webp', 400) } })
  expect(narrow).toContain('72rem, 400px)')
  expect(narrow).toContain('srcSet="/api/media/file/kaj.1f-400x200.webp 400w"')
  expect(markup(whole)).toBe(`<picture>${img('.jpg', 4000)}</picture>`)
  expect(markup({ url: '/api/media/file/plan.pdf' })).toBe('')
})
