import type { Media } from '../../payload-types.ts'

/** A picture in the text of a page; the size of its space is known before it is there. */
export type PictureView = {
  /** For what knows neither of the sources. */
  src: string
  width: number
  height: number
  /** What a browser chooses from, the best kind first. */
  sources: { type: string; srcSet: string }[]
}

type Size = { url?: string | null; width?: number | null; height?: number | null; mimeType?: string | null }

/** Null: it is no picture. One from before there were all sizes is shown by those that it has. */
export function pictureView({ moves, sizes, ...whole }: Media): PictureView | null {
  const shown = sizes?.column?.url ? sizes.column : whole
  if (!shown.url || !shown.width || !shown.height) return null
  return {
    src: pathOf(shown.url),
    width: shown.width,
    height: shown.height,
    sources: [
      ...(moves ? [] : sourceOf('image/avif', [sizes?.halfAvif, sizes?.columnAvif])),
      ...sourceOf('image/webp', [sizes?.half, sizes?.column]),
    ],
  }
}

/** One kind in all its widths; none if there is nothing to choose. */
function sourceOf(type: string, sizes: (Size | undefined)[]): PictureView['sources'] {
  const byWidth = new Map(
    sizes.flatMap((size) => (size?.url && size.width ? [[size.width, pathOf(size.url)] as const] : [])),
  )
  const srcSet = [...byWidth].map(([width, path]) => `${path} ${width}w`).join(', ')
  return srcSet ? [{ type, srcSet }] : []
}

/** Relative, so that one stored page works under every host name of the site. */
const pathOf = (url: string): string => new URL(url, 'http://site').pathname
