import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Letter } from './letters.ts'

/** How many letters lie in the folder at most, and for how long, in milliseconds: a newer one puts them out. */
const MOST = 100
const LONGEST = 30 * 24 * 60 * 60 * 1000

/**
 * Letters as files that only the server's own account can read. The folder is made, and the one that it is in is not: where that
 * is missing there is no site.
 */
export function letterFiles({ from, folder }: { from: string; folder: string }) {
  const makeFolder = () =>
    mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })

  /** Removes what is too old or too much; a file that somebody else removes meanwhile is gone as well. */
  async function clear(): Promise<void> {
    const names = (await readdir(folder)).filter((name) => NAME.test(name))
    const files = await Promise.all(
      names.map(async (name) => {
        const file = path.join(folder, name)
        return { file, written: (await stat(file).catch(() => null))?.mtimeMs ?? 0 }
      }),
    )
    const [newest, ...others] = files.toSorted((a, b) => b.written - a.written)
    for (const [index, { file, written }] of others.entries())
      if (index + 2 > MOST || written < (newest?.written ?? 0) - LONGEST) await rm(file, { force: true })
  }

  return {
    /** Why no letter can be put there, such as EACCES; null if one can. */
    async fault(): Promise<string | null> {
      try {
        await makeFolder()
        await access(folder, constants.W_OK)
        return null
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? 'unknown'
      }
    },

    /** Puts a letter there. Rejects if it cannot be written. */
    async keep({ to, subject, text }: Letter): Promise<void> {
      await makeFolder()
      const lines = `Fra: ${from}\nTil: ${to}\nEmne: ${subject}\n\n${text}`
      await writeFile(path.join(folder, `${randomUUID()}.txt`), lines, { mode: 0o600, flag: 'wx' })
      await clear()
    },
  }
}

const NAME = /^[\da-f-]{36}\.txt$/
