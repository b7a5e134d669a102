import { ADDRESSES } from '../../domain/addresses.ts'
import type { BlockView } from './blocks.ts'

/** A picture by its absolute address, for who shows a shared page. */
export type SharePicture = { url: string; width: number; height: number; alt: string }

/** Below this, networks show a stamp beside the words, or nothing. */
const LEAST = { width: 600, height: 315 }

/** public/deling.png */
const DEFAULT_SIZE = { width: 1200, height: 630 }

/** The first picture of a page that is large enough, else one in the site's look, which says its name. */
export function sharePicture(blocks: readonly BlockView[], siteName: string, siteUrl: string): SharePicture {
  for (const block of blocks)
    if (block.type === 'image' && block.width >= LEAST.width && block.height >= LEAST.height) {
      const { src, width, height, alt } = block
      return { url: siteUrl + src, width, height, alt }
    }
  return { url: siteUrl + ADDRESSES.sharePicture.path, ...DEFAULT_SIZE, alt: siteName }
}
