import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { slugify } from '../../../src/domain/slug.ts'

/**
 * `Kort over byen.PNG` is stored as `kort-over-byen.0f3a…9c.png`. The digits are drawn, so that no two documents ever share what
 * stands before the extension: it stays the document's when its file is replaced, also by one of another kind.
 * @param extension by the kind of the content, such as `png`; what the name ends with may be anything
 */
export function newName(name: string, extension: string): string {
  const said = slugify(path.basename(name, path.extname(name))).slice(0, 60) || 'fil'
  // Payload takes names of Windows' devices away.
  const words = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(said) ? `fil-${said}` : said
  return `${words}.${randomBytes(8).toString('hex')}.${extension}`
}

/** The name of a file that takes the place of `before`: the same, but for the extension if it is of another kind. */
export const nameInPlace = (before: string, extension: string): string =>
  `${before.slice(0, before.length - path.extname(before).length)}.${extension}`

export type FileNames = {
  filename?: string | null
  sizes?: Record<string, { filename?: string | null } | undefined> | null
}

/** The file that a document describes, and its other sizes. */
export const namesOf = ({ filename, sizes }: FileNames): string[] =>
  [filename, ...Object.values(sizes ?? {}).map((size) => size?.filename)].filter(
    (name) => typeof name === 'string',
  )
