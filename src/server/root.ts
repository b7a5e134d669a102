import { fileURLToPath } from 'node:url'

/** The absolute path of the repository's root folder, whatever folder the process was started in. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
