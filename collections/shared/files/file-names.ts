import { createHash } from 'node:crypto'
import path from 'node:path'
import { slugify } from '../../../src/domain/slug.ts'

/** `Kort over byen.PNG` is stored as `kort-over-byen.0f3a…9c.png`: another content has another address. */
export function nameByContent(name: string, content: Uint8Array): string {
  const extension = path
    .extname(name)
    .toLowerCase()
    .replace(/[^.a-z0-9]/g, '')
  const words = slugify(path.basename(name, path.extname(name))).slice(0, 60) || 'fil'
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return `${words}.${hash}${extension}`
}
