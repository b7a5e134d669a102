import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// `node src/server/run.mjs NAME …` runs the program NAME.ts beside this file, bundled to plain JavaScript first: a
// process that shall run for years has no loader of TypeScript in it, which on Node 20 is a thread that every import
// waits for.
const here = path.dirname(fileURLToPath(import.meta.url))
const [name = ''] = process.argv.splice(2, 1)
const { outputFiles } = await build({
  entryPoints: [path.join(here, `${path.basename(name)}.ts`)],
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'inline',
  write: false,
  outdir: here,
})
const code = outputFiles[0].contents
// As deep as this folder, for the code finds the repository's root from where it stands.
const folder = path.join(here, '../../node_modules/.site')
const file = path.join(folder, `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
if (!existsSync(file)) {
  mkdirSync(folder, { recursive: true })
  // Of two that start at once neither may read what the other has half written.
  writeFileSync(`${file}.${process.pid}`, code)
  renameSync(`${file}.${process.pid}`, file)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(file).href)
