import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { build } from 'esbuild'

// `node src/server/run.mjs ROOM/NAME …` bundles ROOM/NAME.ts to plain JavaScript and runs it. A process that runs for
// years should not use a TypeScript loader: on Node 20 the loader is a thread that every import waits for.
const here = path.dirname(fileURLToPath(import.meta.url))
const [program = ''] = process.argv.splice(2, 1)
if (!/^[a-z]+\/[a-z-]+$/.test(program)) throw new Error('Name a program: node src/server/run.mjs start/start')
const { outputFiles } = await build({
  entryPoints: [path.join(here, `${program}.ts`)],
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  write: false,
  outdir: here,
})
const code = outputFiles[0].contents
// The output is as many levels below the repository's root as this folder, because root.ts counts the levels.
const folder = path.join(here, '../../node_modules/.site')
const file = path.join(
  folder,
  `${path.basename(program)}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`,
)
if (!existsSync(file)) {
  mkdirSync(folder, { recursive: true })
  // Two processes may start at once, and neither may read a half-written file.
  writeFileSync(`${file}.${process.pid}`, code)
  renameSync(`${file}.${process.pid}`, file)
}
// Otherwise the heap doubles before it is cleaned, which with thousands of stored pages is half a gigabyte.
setFlagsFromString('--heap-growing-percent=20')
await import(pathToFileURL(file).href)
