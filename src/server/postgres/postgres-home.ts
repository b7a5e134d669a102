import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'

/** Where the embedded PostgreSQL is kept, and which account runs it. */
export type PostgresHome = {
  /** Holds the cluster and everything that belongs to it; only the account may enter. */
  folder: string
  /** Undefined if node's own account runs it. */
  account: Account | undefined
}
export type Account = { uid: number; gid: number }

/**
 * Finds the home of the embedded PostgreSQL for a data folder, and makes it if needed.
 * PostgreSQL refuses to run as root; if root starts it, it runs as the owner of its files, at first `postgres`.
 * If that account cannot reach the data folder, the home is where it can and what is there lasts, and `tell` says where.
 * Throws a StartError if there is no such place, and always for a data folder among temporary files.
 */
export function findPostgresHome(dataDir: string, tell: (line: string) => void): PostgresHome {
  const inside = path.join(dataDir, 'postgres')
  const isInside = existsSync(clusterIn(inside))
  // Written here, as whoever starts next may be another user or have moved the data folder.
  const note = path.join(dataDir, 'postgres-is-elsewhere')
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : null
  const outside = noted ?? placeOutside(dataDir)
  const isOutside = !isInside && outside !== null && (noted !== null || existsSync(outside))
  if (process.getuid?.() !== 0) {
    if (isOutside) throw new StartError(say(belongsToOther(outside)))
    mkdirSync(inside, { recursive: true, mode: 0o700 })
    try {
      accessSync(inside, constants.R_OK | constants.W_OK | constants.X_OK)
    } catch {
      throw new StartError(say(belongsToOther(inside)))
    }
    return { folder: inside, account: undefined }
  }
  if (isOutside && !existsSync(outside))
    throw new StartError(
      say({
        da: `Databasen til ${dataDir} er i ${outside}, som ikke findes her: genindlæs en sikkerhedskopi i en ny DATA_DIR, eller slet ${note} for at begynde forfra.`,
        en: `The database of ${dataDir} is in ${outside}, which is not here: restore a backup into a new DATA_DIR, or delete ${note} to begin anew.`,
      }),
    )
  const account = (isOutside ? ownerOf(clusterIn(outside)) : ownerOf(clusterIn(inside))) ?? postgresAccount()
  if (!isOutside && makeHome(inside, account)) return { folder: inside, account }
  // What is inside must not be taken for nothing because it cannot be reached today.
  if (isInside || outside === null || !makeHome(outside, account)) {
    throw new StartError(
      say({
        da: `Brugeren "postgres", som PostgreSQL kører som, når root starter, kan ikke nå ${dataDir}: start som en anden bruger, eller sæt DATA_DIR til en mappe, som alle brugere kan nå.`,
        en: `The user "postgres", as whom PostgreSQL runs when root starts it, cannot reach ${dataDir}: start as another user, or set DATA_DIR to a folder that every user can reach.`,
      }),
    )
  }
  writeFileSync(note, `${outside}\n`)
  tell(
    say({
      da: `den ligger i ${outside}, ikke i DATA_DIR, for brugeren "postgres" kan ikke nå ${dataDir}`,
      en: `it is in ${outside}, not in DATA_DIR, as the user "postgres" cannot reach ${dataDir}`,
    }),
  )
  return { folder: outside, account }
}

const belongsToOther = (folder: string) => ({
  da: `${folder} tilhører en anden bruger: start som den, eller sæt DATA_DIR til en anden mappe.`,
  en: `${folder} belongs to another user: start as that user, or set DATA_DIR to another folder.`,
})

/** The cluster's folder in a home. */
export function clusterIn(home: string): string {
  return path.join(home, 'cluster')
}

/**
 * A place that lasts as long as the machine; null for a data folder among temporary files, whose database may not outlive
 * it, nor be anywhere else.
 */
function placeOutside(dataDir: string): string | null {
  const absolute = path.resolve(dataDir)
  const temporary = ['/tmp', '/var/tmp', os.tmpdir()].filter((folder) => existsSync(folder))
  if (temporary.some((folder) => isWithin(absolute, folder) || isWithin(absolute, realpathSync(folder))))
    return null
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 16)
  return path.join('/var/lib/aalborg-kommune-web', hash)
}

const isWithin = (folder: string, other: string): boolean => folder.startsWith(other + path.sep)

function ownerOf(folder: string): Account | undefined {
  if (!existsSync(folder)) return undefined
  const { uid, gid } = statSync(folder)
  return uid === 0 ? undefined : { uid, gid }
}

/** Makes a home that the account can write to; false if the account cannot reach it. */
function makeHome(folder: string, account: Account): boolean {
  const isNew = !existsSync(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chownSync(folder, account.uid, account.gid)
    if (!canWrite(folder, account)) allowPassage(path.dirname(folder), account)
    if (canWrite(folder, account)) return true
  } catch {
    // A file system without owners: use another place.
  }
  if (isNew) rmSync(folder, { recursive: true, force: true })
  return false
}

/** Gives the account's group access to our data folder: temporary folders are private by default. */
function allowPassage(dataDir: string, account: Account): void {
  const { uid, mode } = statSync(dataDir)
  if (uid !== 0) return
  chownSync(dataDir, 0, account.gid)
  chmodSync(dataDir, (mode & 0o7777) | 0o010)
}

function canWrite(folder: string, account: Account): boolean {
  return runAs(account, '/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder]).status === 0
}

function postgresAccount(): Account {
  const existing = findAccount('postgres')
  if (existing) return existing
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  const made = findAccount('postgres')
  if (made) return made
  throw new StartError(
    say({
      da: 'PostgreSQL kører ikke som root, og brugeren "postgres" kunne ikke oprettes: start som en anden bruger, eller sæt DATABASE_URL.',
      en: 'PostgreSQL does not run as root, and the user "postgres" could not be made: start as another user, or set DATABASE_URL.',
    }),
  )
}

function findAccount(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  return uid?.status === 0 && gid ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined
}

function runAs(account: Account, program: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, { ...account, cwd: '/', encoding: 'utf8' })
}
