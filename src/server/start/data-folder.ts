import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { say } from '../tell/language.ts'
import { root } from '../root.ts'
import { StartError } from '../tell/start-error.ts'

/** Makes the data folder if it is missing. Returns its absolute path; throws a StartError if it cannot be used. */
export function prepareDataFolder(dataDir: string): string {
  const folder = path.resolve(root, dataDir)
  return usable(folder, () => {
    makeFolder(folder)
    return folder
  })
}

/**
 * Whether the data folder, or where it is missing the folder in which it would be made, can be used; nothing is made.
 * Returns the absolute path of both, which are the same if it is there. Throws a StartError if it cannot be used.
 */
export function findDataFolder(dataDir: string): { folder: string; existing: string } {
  const folder = path.resolve(root, dataDir)
  const existing = usable(folder, () => nearest(folder))
  return { folder, existing }
}

/** The folder itself, or the innermost one around it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(path.dirname(folder))
}

/** What `find` gives, if it can be read and written. `folder` is what an error names. */
function usable(folder: string, find: () => string): string {
  try {
    const found = find()
    accessSync(found, constants.R_OK | constants.W_OK | constants.X_OK)
    return found
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    throw new StartError(
      say({
        da: `DATA_DIR: der kan ikke skrives i ${folder} (${reason}). Giv adgang til mappen, eller sæt DATA_DIR til en anden.`,
        en: `DATA_DIR: ${folder} cannot be written (${reason}). Give access to the folder, or set DATA_DIR to another.`,
      }),
    )
  }
}

/** Says that the disk of the data folder is full, if it is. */
export function diskFault(folder: string): string | null {
  const left = megabytesLeft(folder)
  if (left >= LEAST_MEGABYTES) return null
  return say({
    da: `DATA_DIR: disken med ${folder} er fuld (${left} MB tilbage). Gør plads, eller sæt DATA_DIR til en anden.`,
    en: `DATA_DIR: the disk of ${folder} is full (${left} MB left). Make room, or set DATA_DIR to another.`,
  })
}

/** Below this, PostgreSQL cannot even recover: two of its log files of 16 MB. */
const LEAST_MEGABYTES = 32

/** What is left for us on the disk of a folder, in whole MB. */
export function megabytesLeft(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.floor((bavail * bsize) / 2 ** 20)
}

/** One folder at a time: node's own `recursive` never returns where the system refuses folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder)
}
