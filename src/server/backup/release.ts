import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The release of the code in a folder, as its package.json says. */
export function releaseOf(folder: string): string {
  return (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version
}
