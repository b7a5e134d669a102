import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hardCoded } from '../../../src/admin/payload-words/hard-coded/hard-coded.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const sayInDanish = createRequire(import.meta.url)(
  '../../../src/admin/payload-words/hard-coded/say-in-danish.cjs',
) as (this: { getOptions: () => unknown }, source: string) => string

/** What Next bundles of a package for the browser. */
const folders: Record<string, string> = {
  '@dnd-kit/core': 'dist',
  '@payloadcms/next': 'dist/views/Version',
  '@payloadcms/richtext-lexical': 'dist/exports/client',
  '@payloadcms/ui': 'dist/exports/client',
}

const say = (source: string, options: unknown) => sayInDanish.call({ getOptions: () => options }, source)

test.for(Object.entries(hardCoded))(
  '%s has each of the words, and then says them in Danish',
  ([name, words]) => {
    const folder = path.join(root, 'node_modules', name, folders[name] ?? 'missing')
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.m?js$/.test(file) && !file.includes('cjs'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    const told = [
      ...Object.entries(words.literals).map((entry) => ({ literals: Object.fromEntries([entry]), code: {} })),
      ...Object.entries(words.code).map((entry) => ({ literals: {}, code: Object.fromEntries([entry]) })),
    ]
    const lost = told.filter((one) => sources.every((source) => say(source, one) === source))
    expect(lost).toEqual([])
    const danish = sources.map((source) => say(source, words)).join('\n')
    const left = Object.keys(words.literals).filter((text) =>
      ['"', "'", '`'].some((quote) => danish.includes(quote + text + quote)),
    )
    expect(left).toEqual([])
  },
)
