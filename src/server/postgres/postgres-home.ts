import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
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
 * If that account cannot reach the data folder, the home is somewhere it can, and `tell` says where.
 * Throws a StartError if there is no such place.
 */
export function findPostgresHome(dataDir: string, tell: (line: string) => void): PostgresHome {
  const inside = path.join(dataDir, 'postgres')
  if (process.getuid?.() !== 0) {
    mkdirSync(inside, { recursive: true, mode: 0o700 })
    try {
      accessSync(inside, constants.R_OK | constants.W_OK | constants.X_OK)
    } catch {
      throw new StartError(
        say({
          da: `${inside} tilhører en anden bruger: start som den, eller sæt DATA_DIR til en anden mappe.`,
          en: `${inside} belongs to another user: start as that user, or set DATA_DIR to another folder.`,
        }),
      )
    }
    return { folder: inside, account: undefined }
  }
  const outside = placeOutside(dataDir)
  const account = ownerOf(clusterIn(outside)) ?? ownerOf(clusterIn(inside)) ?? postgresAccount()
  const folder = !existsSync(clusterIn(outside)) && makeHome(inside, account) ? inside : outside
  if (folder === outside) {
    if (!makeHome(outside, account)) {
      throw new StartError(
        say({
          da: `PostgreSQL kan ikke bruge ${inside} eller ${outside}: sæt DATA_DIR til en mappe, som alle brugere kan nå.`,
          en: `PostgreSQL cannot use ${inside} or ${outside}: set DATA_DIR to a folder that every user can reach.`,
        }),
      )
    }
    tell(
      say({
        da: `den ligger i ${outside}, for brugeren "postgres" kan ikke nå ${dataDir}`,
        en: `it is in ${outside}, as the user "postgres" cannot reach ${dataDir}`,
      }),
    )
  }
  return { folder, account }
}

/** The cluster's folder in a home. */
export function clusterIn(home: string): string {
  return path.join(home, 'cluster')
}

function placeOutside(dataDir: string): string {
  const absolute = path.resolve(dataDir)
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 16)
  // For a data folder in the temporary folder, stay there: tests must leave nothing elsewhere.
  const isTemporary = [os.tmpdir(), realpathSync(os.tmpdir())].some((tmp) =>
    absolute.startsWith(tmp + path.sep),
  )
  return isTemporary
    ? path.join(os.tmpdir(), `aalborg-kommune-web-${hash}`)
    : path.join('/var/lib/aalborg-kommune-web', hash)
}

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
