import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { waitForLock } from './lock.ts'
import { root } from '../root.ts'
import { runNode } from './run-node.ts'
import { StartError } from './start-error.ts'

/**
 * Makes the production build unless there already is one of exactly these sources. A second start in the same folder
 * waits for the first and uses its build. The output goes to `build.log` in the data folder.
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
    // Next sometimes hangs under load while it collects page data. A second try has always worked.
    const isBuilt = (await build(logFile, signal)) || (await build(logFile, signal))
    if (!isBuilt) throw new StartError(`Siderne kunne ikke bygges: se ${logFile}`)
    writeFileSync(stampFile, inputs)
  } finally {
    clearInterval(ticker)
    await release()
  }
}

const MOST_SECONDS = 300

/** True if Next built the site, false if the build failed or took too long. Throws if `signal` ended it. */
async function build(logFile: string, signal: AbortSignal): Promise<boolean> {
  const tooLong = AbortSignal.timeout(MOST_SECONDS * 1000)
  try {
    return await runNode([createRequire(import.meta.url).resolve('next/dist/bin/next'), 'build'], {
      // A build uses no database. These variables only have to be set.
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
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}
