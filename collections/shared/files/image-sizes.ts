import type { ImageSize } from 'payload'

/** What says nothing in a list. */
export const NO_COLUMN = { disableGroupBy: true, disableListColumn: true, disableListFilter: true }

/** `inside`: otherwise Payload reads and writes the whole picture once more for each, to look for the focal point of all of it. */
const whole = { fit: 'inside', admin: NO_COLUMN } as const

/** AVIF takes ten times as long at sharp's own effort, and is a tenth smaller. */
const avif = { format: 'avif', options: { effort: 2, quality: 50 } } as const
const webp = { format: 'webp' } as const

/**
 * The sizes that a picture is stored in besides its own: as wide as a page on a screen, and on a phone, if it is not narrower; in WebP for every browser and in AVIF for most.
 */
export const IMAGE_SIZES = [
  { name: 'column', width: 1280, withoutEnlargement: true, formatOptions: webp, ...whole },
  { name: 'columnAvif', width: 1280, withoutEnlargement: true, formatOptions: avif, ...whole },
  { name: 'half', width: 640, formatOptions: webp, ...whole },
  { name: 'halfAvif', width: 640, formatOptions: avif, ...whole },
  // Of a person, beside the name, around the focal point; and the small picture of the admin.
  { name: 'portrait', width: 160, height: 160, formatOptions: webp, admin: NO_COLUMN },
] as const satisfies ImageSize[]

/** Those that a save leaves out, as they take longer than all the others: they are made after it (complete-files.ts). */
export const isMadeLater = ({ formatOptions }: ImageSize): boolean => formatOptions?.format === 'avif'
