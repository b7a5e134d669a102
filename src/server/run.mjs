import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// `node src/server/run.mjs ROOM/NAME …` bundles ROOM/NAME.ts to plain JavaScript and runs it. A process that runs for
// years should not use a TypeScript loader: on Node 20 the loader is a thread that every import waits for. A bundle of
// just these sources is used again, and nothing is written; `npm run build` makes those of all programs.
const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.join(here, '../..')
// The bundles are as many levels below the repository's root as this folder, because root.ts counts the levels.
const folder = path.join(root, 'node_modules/.site')
const programs = JSON.parse(readFileSync(path.join(here, 'build/programs.json'), 'utf8'))
const [program = ''] = process.argv.splice(2, 1)
// Otherwise esbuild keeps a process for later calls, for as long as this one lives; also where Next's configuration uses it.
process.env.ESBUILD_WORKER_THREADS = '0'
if (!programs.includes(program)) throw new Error(`Name a program: one of ${programs.join(', ')}`)

try {
  for (const name of program === 'build/build' ? programs : [program]) if (!bundleOf(name)) await bundle(name)
} catch (error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
  console.error(`${root} is not built and cannot be written: run "npm run build" as its owner.`)
  console.error(`${root} er ikke bygget og kan ikke skrives: kør "npm run build" som mappens ejer.`)
  process.exit(1)
}
// Otherwise the heap doubles before it is cleaned, which with thousands of stored pages is half a gigabyte.
setFlagsFromString('--heap-growing-percent=20')
await import(pathToFileURL(bundleOf(program)).href)

/** The file with the bundle of a program's sources as they are now; null if there is none. */
function bundleOf(name) {
  try {
    const { sources, digest, file, code } = JSON.parse(readFileSync(recordOf(name), 'utf8'))
    const bundled = path.join(folder, file)
    return digestOf(sources) === digest && hash(readFileSync(bundled)) === code ? bundled : null
  } catch {
    return null
  }
}

async function bundle(name) {
  // Loaded only here.
  const { buildSync } = await import('esbuild')
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [path.join(here, `${name}.ts`)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    write: false,
    metafile: true,
    outdir: here,
  })
  const { contents } = outputFiles[0]
  const sources = Object.keys(metafile.inputs)
  const code = hash(contents)
  const file = `${dashed(name)}-${code.slice(0, 16)}.mjs`
  mkdirSync(folder, { recursive: true })
  write(path.join(folder, file), contents)
  write(recordOf(name), JSON.stringify({ sources, digest: digestOf(sources), file, code }))
  const isFormer = (other) =>
    other !== file && other.startsWith(`${dashed(name)}-`) && /-[0-9a-f]{16}\.mjs$/.test(other)
  for (const other of readdirSync(folder).filter(isFormer)) rmSync(path.join(folder, other), { force: true })
}

/** Two processes may write at once, and neither may read half a file. */
function write(file, contents) {
  writeFileSync(`${file}.${process.pid}`, contents)
  renameSync(`${file}.${process.pid}`, file)
}

/** One hash of the sources, and of how they are bundled. */
function digestOf(sources) {
  const all = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  for (const source of sources) all.update(`\0${source}\0`).update(readFileSync(path.join(root, source)))
  return all.digest('hex')
}

function hash(contents) {
  return createHash('sha256').update(contents).digest('hex')
}

function dashed(name) {
  return name.replace('/', '-')
}

function recordOf(name) {
  return path.join(folder, `${dashed(name)}.json`)
}
