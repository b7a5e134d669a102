import { createHash } from 'node:crypto'
import {
  accessSync,
  appendFileSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { BUILT } from '../../domain/addresses.ts'
import { stampBuild, unstamp, whyNoBuild } from '../build/stamp.ts'
import { say } from '../tell/language.ts'
import { type Release, tryLock, waitForLock } from '../machine/lock.ts'
import { root } from '../root.ts'
import { isRunning } from '../machine/processes.ts'
import { runNode } from '../machine/run-node.ts'
import { StartError } from '../tell/start-error.ts'

type BuildOptions = { progress: (words: string) => void; signal: AbortSignal }

/**
 * Makes the production build as `makeBuild` does, and holds it as long as this process lives: meanwhile no other build
 * replaces it.
 */
export async function ensureBuild(options: BuildOptions): Promise<void> {
  await makeBuild(options)
  // Several servers may run from one folder, so it waits in the background. Where nothing can be written, nobody builds.
  waitForLock(inUse).catch(() => {})
}

/**
 * Makes the production build, unless there is a whole one from exactly these sources; then nothing is written. A second
 * call for the same folder waits for the first and uses its build.
 * Resolves to whether it has made one. Throws a StartError if the build fails, the folder cannot be written, or a server
 * runs from it.
 */
export async function makeBuild({ progress, signal }: BuildOptions): Promise<boolean> {
  const reason = whyNoBuild(hashOfInputs())
  if (!reason) return false
  const release = await lockFolder(reason)
  const startedAt = performance.now()
  const ticker = setInterval(
    () => progress(`${Math.round((performance.now() - startedAt) / 1000)} s`),
    10_000,
  )
  try {
    const inputs = hashOfInputs()
    if (!whyNoBuild(inputs)) return false
    await refuseUnderServer(reason)
    progress(reason)
    unstamp()
    let isBuilt = await build(signal)
    if (!isBuilt) {
      // Under load Next has been seen to hang; and a build that was killed may leave a cache that no later one can read.
      rmSync(path.join(root, '.next'), { recursive: true, force: true })
      isBuilt = await build(signal)
    }
    if (!isBuilt) {
      const error = lastError(readFileSync(logFile, 'utf8'))
      throw new StartError(
        say({
          da: `Siderne kunne ikke bygges: ${error} (se ${logFile})`,
          en: `The pages could not be built: ${error} (see ${logFile})`,
        }),
      )
    }
    stampBuild(inputs)
    return true
  } finally {
    clearInterval(ticker)
    await release()
  }
}

const ownFolder = path.join(root, 'node_modules/.site')
const logFile = path.join(ownFolder, 'build.log')
const inUse = path.join(ownFolder, 'in-use')

async function lockFolder(reason: string): Promise<Release> {
  try {
    mkdirSync(ownFolder, { recursive: true })
    accessSync(root, constants.W_OK)
    return await waitForLock(path.join(ownFolder, 'building'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartError(
      say({
        da: `Koden i ${root} skal bygges (${reason}), men der kan ikke skrives i mappen (${code}): kør "npm run build" som dens ejer.`,
        en: `The code in ${root} has to be built (${reason}), but the folder cannot be written (${code}): run "npm run build" as its owner.`,
      }),
    )
  }
}

/** A server reads its build as long as it runs. */
async function refuseUnderServer(reason: string): Promise<void> {
  const release = await tryLock(inUse)
  await release?.()
  // A server whose user cannot write here, as a release of root's is installed, holds no lock here.
  if (release && !isRunning([path.join(root, 'src/server/run.mjs'), 'serve/serve'])) return
  throw new StartError(
    say({
      da: `En server kører med det, der er bygget i ${root}, men koden er en anden (${reason}): stop serveren, eller byg i en mappe for sig (docs/operating/update.md).`,
      en: `A server runs from the build in ${root}, but the code differs (${reason}): stop the server, or build in a folder of its own (docs/operating/update.md).`,
    }),
  )
}

/** A build takes one to two minutes on two idle cores, ten where others use them; what hangs must end some time. */
const MOST_SECONDS = 1800

/** Whether Next built the site; false if it failed or took too long. Throws if `signal` ended it. */
async function build(signal: AbortSignal): Promise<boolean> {
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
    if (!tooLong.aborted || signal.aborted) throw error
    appendFileSync(logFile, `\nError: not finished after ${MOST_SECONDS} s\n`)
    return false
  }
}

/** Whether there is a whole build of exactly these sources. */
export const isBuilt = (): boolean => whyNoBuild(hashOfInputs()) === null

/** The last line of a log that names an error; the last of all if none does. */
function lastError(log: string): string {
  const lines = stripVTControlCharacters(log)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('at '))
  return (
    lines.findLast((line) => /error|cannot|not found|ended by/i.test(line)) ?? lines.at(-1) ?? 'no output'
  )
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
