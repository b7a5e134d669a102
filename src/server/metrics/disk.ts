import { statfs } from 'node:fs/promises'

export type Disk = {
  /** What this user may still write. */
  freeBytes: number
  sizeBytes: number
  /** So little is left that uploads and the database's next file may fail. */
  full: boolean
}

/** How full the disk is on which a folder lies; null if the system does not tell. */
export async function diskOf(folder: string): Promise<Disk | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    const freeBytes = bavail * bsize
    return { freeBytes, sizeBytes: blocks * bsize, full: freeBytes < LEAST_FREE }
  } catch {
    return null
  }
}

/** Bytes: some files of PostgreSQL's log (16 MB each), or four of the largest uploads. */
const LEAST_FREE = 100_000_000
