import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.ts'
import { StartError } from './start-error.ts'

/** Makes the data folder if it is missing, and returns its absolute path. Throws a StartError if it is unusable. */
export function prepareDataFolder(dataDir: string): string {
  const folder = path.resolve(root, dataDir)
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    throw new StartError(
      `DATA_DIR: der kan ikke skrives i ${folder} (${reason}). Giv adgang til mappen, eller sæt DATA_DIR til en anden.`,
    )
  }
}

/** One folder at a time, because node's own `recursive` never ends where the system refuses folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder)
}
