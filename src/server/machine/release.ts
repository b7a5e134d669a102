import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.ts'

/** The version of this release, as package.json says. */
export function releaseVersion(): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version
}
