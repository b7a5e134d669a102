import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { BUILT } from '../../domain/addresses.ts'
import { say } from '../language.ts'
import { waitForLock } from '../lock.ts'
import { root } from '../root.ts'
import { runNode } from './run-node.ts'
import { StartError } from '../start-error.ts'

/**
 * Makes the production build, unless there is one from exactly these sources. A second start in the same folder waits for
 * the first and uses its build. The output goes to `build.log` in the data folder.
 * Throws a StartError if the build fails.
 */
export async function ensureBuild(options: {
  dataDir: string
  progress: (words: string) => void
  signal: AbortSignal
}): Promise<void> {
  const { dataDir, progress, signal } = options
  if (hasBuildOf(hashOfInputs())) return
  const release = await waitForLock(path.join(root, 'node_modules/.build-lock'))
  const startedAt = performance.now()
  const ticker = setInterval(
    () => progress(`${Math.round((performance.now() - startedAt) / 1000)} s`),
    10_000,
  )
  try {
    const inputs = hashOfInputs()
    if (hasBuildOf(inputs)) return
    rmSync(stampFile, { force: true })
    const logFile = path.join(dataDir, 'build.log')
    let isBuilt = await build(logFile, signal)
    if (!isBuilt) {
      // Under load Next has been seen to hang; and a build that was killed may leave a cache that no later one can read.
      rmSync(path.join(root, '.next'), { recursive: true, force: true })
      isBuilt = await build(logFile, signal)
    }
    if (!isBuilt)
      throw new StartError(
        say({
          da: `Siderne kunne ikke bygges: se ${logFile}`,
          en: `The pages could not be built: see ${logFile}`,
        }),
      )
    writeFileSync(stampFile, inputs)
  } finally {
    clearInterval(ticker)
    await release()
  }
}

const MOST_SECONDS = 300

/** Whether Next built the site; false if it failed or took too long. Throws if `signal` ended it. */
async function build(logFile: string, signal: AbortSignal): Promise<boolean> {
  const tooLong = AbortSignal.timeout(MOST_SECONDS * 1000)
  try {
    return await runNode([createRequire(import.meta.url).resolve('next/dist/bin/next'), 'build'], {
      // A build uses no database; these only have to be set.
      env: {
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        PAYLOAD_SECRET: 'build',
        DATABASE_URL: '',
      },
      logFile,
      signal: AbortSignal.any([signal, tooLong]),
    })
  } catch (error) {
    if (tooLong.aborted && !signal.aborted) return false
    throw error
  }
}

const stampFile = path.join(root, '.next/inputs')

function hasBuildOf(inputs: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === inputs
}

/** The addresses of the pages' style sheets. Throws if the build's own list does not tell. */
export function builtStyleSheets(): string[] {
  const { pages } = manifest.parse(
    JSON.parse(readFileSync(path.join(root, '.next/build-manifest.json'), 'utf8')),
  )
  const sheets = Object.values(pages)
    .flat()
    .filter((file) => file.endsWith('.css'))
  return [...new Set(sheets)].map((file) => file.replace('static', BUILT))
}

/** The files that each page needs, e.g. `static/chunks/a.css`. */
const manifest = z.object({ pages: z.record(z.string(), z.array(z.string())) })

/** One hash of everything a build depends on. */
function hashOfInputs(): string {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}`)
  const files = ['next.config.ts', 'payload.config.ts', 'package-lock.json', 'tsconfig.json']
  for (const folder of ['src', 'collections', 'content', 'migrations']) files.push(...filesIn(folder))
  for (const file of files.toSorted()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return []
  return (
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      // The database's functions are no part of a build: the set-up applies them.
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.sql'))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      // Nothing that Next bundles imports the server (tests/unit/architecture.test.ts).
      .filter((file) => !file.startsWith(path.join('src', 'server')))
  )
}
