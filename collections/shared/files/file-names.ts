import { createHash } from 'node:crypto'
import path from 'node:path'
import { slugify } from '../../../src/domain/slug.ts'

/**
 * `Kort over byen.PNG` is stored as `kort-over-byen.0f3a…9c.png`: another content has another address.
 * @param extension by the kind of the content, such as `png`; what the name ends with may be anything
 */
export function nameByContent(name: string, content: Uint8Array, extension: string): string {
  const said = slugify(path.basename(name, path.extname(name))).slice(0, 60) || 'fil'
  // Payload takes names of Windows' devices away.
  const words = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(said) ? `fil-${said}` : said
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return `${words}.${hash}.${extension}`
}

export type FileNames = {
  filename?: string | null
  sizes?: Record<string, { filename?: string | null } | undefined> | null
}

/** The file that a document describes, and its other sizes. */
export const namesOf = ({ filename, sizes }: FileNames): string[] =>
  [filename, ...Object.values(sizes ?? {}).map((size) => size?.filename)].filter(
    (name) => typeof name === 'string',
  )
